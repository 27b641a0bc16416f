import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsRequestMessageType;
import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsResponseMessageType;
import ch.iec.tc57._2011.executeenddevicecontrols.EndDeviceControlsPort;
import com.sun.xml.ws.developer.SchemaValidation;
import javax.jws.WebService;

/** ExecuteEndDeviceControls: each message is validated by JAX-WS and arrives as the objects that wsimport made of the schemas. */
@SchemaValidation
@WebService(
    endpointInterface = "ch.iec.tc57._2011.executeenddevicecontrols.EndDeviceControlsPort",
    targetNamespace = "http://iec.ch/TC57/2011/ExecuteEndDeviceControls",
    serviceName = "ExecuteEndDeviceControls",
    portName = "EndDeviceControls_Port",
    wsdlLocation = "wsdl/services/ExecuteEndDeviceControls.wsdl")
public class ControlsService implements EndDeviceControlsPort {
  @Override
  public EndDeviceControlsResponseMessageType createEndDeviceControls(EndDeviceControlsRequestMessageType message) {
    return answer(message);
  }

  @Override
  public EndDeviceControlsResponseMessageType changeEndDeviceControls(EndDeviceControlsRequestMessageType message) {
    return answer(message);
  }

  @Override
  public EndDeviceControlsResponseMessageType cancelEndDeviceControls(EndDeviceControlsRequestMessageType message) {
    return answer(message);
  }

  @Override
  public EndDeviceControlsResponseMessageType closeEndDeviceControls(EndDeviceControlsRequestMessageType message) {
    return answer(message);
  }

  @Override
  public EndDeviceControlsResponseMessageType deleteEndDeviceControls(EndDeviceControlsRequestMessageType message) {
    return answer(message);
  }

  private static EndDeviceControlsResponseMessageType answer(EndDeviceControlsRequestMessageType message) {
    if (message.getPayload().getEndDeviceControls().getEndDeviceControl().isEmpty()) throw new IllegalStateException("empty");
    return Answers.controls(message.getHeader());
  }
}
