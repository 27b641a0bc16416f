import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsRequestMessageType;
import ch.iec.tc57._2011.meterreadingsmessage.MeterReadingsEventMessageType;
import javax.xml.XMLConstants;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.JAXBException;
import javax.xml.bind.Unmarshaller;
import javax.xml.bind.util.JAXBSource;
import javax.xml.transform.Source;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.ws.Provider;
import javax.xml.ws.ServiceMode;
import javax.xml.ws.Service;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.WebServiceProvider;
import org.xml.sax.SAXException;

/**
 * The other way of a JAX-WS user who wants valid objects: the payload as it comes, read by a JAXB unmarshaller that validates on
 * the way. It validates in one pass over the stream, where @SchemaValidation copies the message first.
 */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
public class ValidatingProvider implements Provider<Source> {
  private static final String NAMESPACE = "http://iec.ch/TC57/2011/";
  private final JAXBContext context;
  private final ThreadLocal<Unmarshaller> unmarshallers;

  ValidatingProvider(String noun) {
    try {
      String root = "ch.iec.tc57._2011.";
      String name = noun.toLowerCase();
      context = JAXBContext.newInstance(root + name + "message:" + root + name + "_:" + root + "schema.message");
      Schema schema =
          SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
              .newSchema(getClass().getResource("/wsdl/services/" + noun + "Message.xsd"));
      unmarshallers = ThreadLocal.withInitial(() -> unmarshaller(schema));
    } catch (JAXBException | SAXException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  @Override
  public Source invoke(Source payload) {
    try {
      Object message = ((JAXBElement<?>) unmarshallers.get().unmarshal(payload)).getValue();
      return new JAXBSource(context, answer(message));
    } catch (JAXBException wrong) {
      throw new WebServiceException(wrong);
    }
  }

  private static JAXBElement<?> answer(Object message) {
    if (message instanceof EndDeviceControlsRequestMessageType) {
      EndDeviceControlsRequestMessageType asked = (EndDeviceControlsRequestMessageType) message;
      if (asked.getPayload().getEndDeviceControls().getEndDeviceControl().isEmpty()) throw new IllegalStateException("empty");
      return new ch.iec.tc57._2011.enddevicecontrolsmessage.ObjectFactory()
          .createEndDeviceControlsResponseMessage(Answers.controls(asked.getHeader()));
    }
    MeterReadingsEventMessageType asked = (MeterReadingsEventMessageType) message;
    if (asked.getPayload().getMeterReadings().getMeterReading().isEmpty()) throw new IllegalStateException("empty");
    return new ch.iec.tc57._2011.meterreadingsmessage.ObjectFactory()
        .createMeterReadingsResponseMessage(Answers.readings(asked.getHeader()));
  }

  private Unmarshaller unmarshaller(Schema schema) {
    try {
      Unmarshaller unmarshaller = context.createUnmarshaller();
      unmarshaller.setSchema(schema);
      return unmarshaller;
    } catch (JAXBException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
