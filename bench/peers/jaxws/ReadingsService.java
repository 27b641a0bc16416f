import ch.iec.tc57._2011.meterreadingsmessage.MeterReadingsEventMessageType;
import ch.iec.tc57._2011.meterreadingsmessage.MeterReadingsResponseMessageType;
import ch.iec.tc57._2011.sendmeterreadings.MeterReadingsPort;
import com.sun.xml.ws.developer.SchemaValidation;
import javax.jws.WebService;

/** SendMeterReadings: each message is validated by JAX-WS and arrives as the objects that wsimport made of the schemas. */
@SchemaValidation
@WebService(
    endpointInterface = "ch.iec.tc57._2011.sendmeterreadings.MeterReadingsPort",
    targetNamespace = "http://iec.ch/TC57/2011/SendMeterReadings",
    serviceName = "SendMeterReadings",
    portName = "MeterReadings_Port",
    wsdlLocation = "wsdl/services/SendMeterReadings.wsdl")
public class ReadingsService implements MeterReadingsPort {
  @Override
  public MeterReadingsResponseMessageType createdMeterReadings(MeterReadingsEventMessageType message) {
    return answer(message);
  }

  @Override
  public MeterReadingsResponseMessageType changedMeterReadings(MeterReadingsEventMessageType message) {
    return answer(message);
  }

  @Override
  public MeterReadingsResponseMessageType canceledMeterReadings(MeterReadingsEventMessageType message) {
    return answer(message);
  }

  @Override
  public MeterReadingsResponseMessageType closedMeterReadings(MeterReadingsEventMessageType message) {
    return answer(message);
  }

  @Override
  public MeterReadingsResponseMessageType deletedMeterReadings(MeterReadingsEventMessageType message) {
    return answer(message);
  }

  private static MeterReadingsResponseMessageType answer(MeterReadingsEventMessageType message) {
    if (message.getPayload().getMeterReadings().getMeterReading().isEmpty()) throw new IllegalStateException("empty");
    return Answers.readings(message.getHeader());
  }
}
