import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsResponseMessageType;
import ch.iec.tc57._2011.meterreadingsmessage.MeterReadingsResponseMessageType;
import ch.iec.tc57._2011.schema.message.ErrorType;
import ch.iec.tc57._2011.schema.message.HeaderType;
import ch.iec.tc57._2011.schema.message.ReplyType;
import java.time.Instant;
import java.util.UUID;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** The replies of a service that did its work: OK, with a header of its own. */
final class Answers {
  private static final DatatypeFactory TIMES = times();

  private Answers() {}

  static EndDeviceControlsResponseMessageType controls(HeaderType asked) {
    EndDeviceControlsResponseMessageType reply = new EndDeviceControlsResponseMessageType();
    reply.setHeader(header("EndDeviceControls", asked));
    reply.setReply(ok());
    return reply;
  }

  static MeterReadingsResponseMessageType readings(HeaderType asked) {
    MeterReadingsResponseMessageType reply = new MeterReadingsResponseMessageType();
    reply.setHeader(header("MeterReadings", asked));
    reply.setReply(ok());
    return reply;
  }

  private static HeaderType header(String noun, HeaderType asked) {
    HeaderType header = new HeaderType();
    header.setVerb("reply");
    header.setNoun(noun);
    header.setRevision("2.0");
    header.setTimestamp(TIMES.newXMLGregorianCalendar(Instant.now().toString()));
    header.setSource("peer");
    header.setMessageID(UUID.randomUUID().toString());
    header.setCorrelationID(asked.getCorrelationID() != null ? asked.getCorrelationID() : asked.getMessageID());
    return header;
  }

  private static ReplyType ok() {
    ErrorType error = new ErrorType();
    error.setCode("0.0");
    error.setLevel("INFORM");
    ReplyType reply = new ReplyType();
    reply.setResult("OK");
    reply.getError().add(error);
    return reply;
  }

  private static DatatypeFactory times() {
    try {
      return DatatypeFactory.newInstance();
    } catch (DatatypeConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
