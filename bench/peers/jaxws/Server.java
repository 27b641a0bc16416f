import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.xml.ws.Endpoint;

/**
 * The two services on the HTTP server of the JDK, on a free port of loopback. Prints the port and ends with its input.
 * Usage: Server [annotation|provider]: how messages are validated.
 */
public final class Server {
  /** Threads that handle messages; as many connections can be busy at a time. */
  private static final int THREADS = 64;

  public static void main(String[] arguments) throws IOException {
    boolean provider = arguments.length > 0 && arguments[0].equals("provider");
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    Object controls = provider ? new ValidatingProvider("EndDeviceControls") : new ControlsService();
    Object readings = provider ? new ValidatingProvider("MeterReadings") : new ReadingsService();
    Endpoint.create(controls).publish(server.createContext("/soap/ExecuteEndDeviceControls"));
    Endpoint.create(readings).publish(server.createContext("/soap/SendMeterReadings"));
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
