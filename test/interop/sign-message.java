import java.io.*;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.spec.*;
import java.util.*;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.*;
import javax.xml.crypto.dsig.spec.*;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.*;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.*;

/** Signs Body and Timestamp of a message with what comes with Java: the key, the certificate, the algorithms, the message on standard input. */
class SignMessage {
  static final String wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  static final String wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  public static void main(String[] args) throws Exception {
    String pem = Files.readString(Path.of(args[0])).replaceAll("-----[A-Z ]+-----|\\s", "");
    PrivateKey key = KeyFactory.getInstance(args[2].contains("ecdsa") ? "EC" : "RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
        .generateCertificate(new FileInputStream(args[1]));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(System.in);
    Element security = (Element) document.getElementsByTagNameNS(wsse, "Security").item(0);
    Element stamp = (Element) document.getElementsByTagNameNS(wsu, "Timestamp").item(0);
    Element body = (Element) document.getElementsByTagNameNS(document.getDocumentElement().getNamespaceURI(), "Body").item(0);
    XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
    List<String> prefixes = args[4].isEmpty() ? List.of() : List.of(args[4].split(" "));
    List<Reference> references = new ArrayList<>();
    for (Element one : new Element[] {body, stamp})
      references.add(signatures.newReference("#" + one.getAttributeNS(wsu, "Id"), signatures.newDigestMethod(args[3], null),
          List.of(signatures.newTransform(CanonicalizationMethod.EXCLUSIVE,
              prefixes.isEmpty() ? null : new ExcC14NParameterSpec(prefixes))), null, null));
    SignedInfo info = signatures.newSignedInfo(
        signatures.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE,
            prefixes.isEmpty() ? (C14NMethodParameterSpec) null : new ExcC14NParameterSpec(prefixes)),
        signatures.newSignatureMethod(args[2], null), references);
    KeyInfoFactory keys = signatures.getKeyInfoFactory();
    KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate.getSubjectX500Principal().getName(), certificate))));
    DOMSignContext context = new DOMSignContext(key, security);
    context.setDefaultNamespacePrefix("ds");
    context.setIdAttributeNS(body, wsu, "Id");
    context.setIdAttributeNS(stamp, wsu, "Id");
    signatures.newXMLSignature(info, keyInfo).sign(context);
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    transformer.transform(new DOMSource(document), new StreamResult(System.out));
  }
}
