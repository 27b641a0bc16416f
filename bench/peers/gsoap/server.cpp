// The two services with gSOAP: a pool of threads that each serve one kept connection at a time, on a free port of loopback.
// Prints the port and ends with its input. Usage: server [THREADS]; more connections than threads would wait for ever.
// SOAP_XML_STRICT makes gSOAP check what it can: elements, their number and order, enumerations, simple types. It is no XSD validator.
#include "EndDeviceControls_USCOREBinding.nsmap"
#include "soapH.h"

#include <arpa/inet.h>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// ---- the service: answers OK as one that did its work ----

static msg__HeaderType *replyHeader(struct soap *soap, const char *noun, const msg__HeaderType *asked) {
  msg__HeaderType *header = soap_new_msg__HeaderType(soap);
  auto text = [soap](const std::string &value) {
    std::string *made = soap_new_std__string(soap);
    *made = value;
    return made;
  };
  header->Verb = _msg__HeaderType_Verb__reply;
  header->Noun = noun;
  header->Revision = text("2.0");
  header->Timestamp = static_cast<time_t *>(soap_malloc(soap, sizeof(time_t)));
  *header->Timestamp = time(nullptr);
  header->Source = text("peer");
  header->MessageID = text(soap_rand_uuid(soap, ""));
  const std::string *correlation = asked->CorrelationID ? asked->CorrelationID : asked->MessageID;
  if (correlation) header->CorrelationID = text(*correlation);
  return header;
}

static msg__ReplyType *ok(struct soap *soap) {
  msg__ErrorType *error = soap_new_msg__ErrorType(soap);
  error->code = "0.0";
  error->level = static_cast<_msg__ErrorType_level *>(soap_malloc(soap, sizeof(_msg__ErrorType_level)));
  *error->level = _msg__ErrorType_level__INFORM;
  msg__ReplyType *reply = soap_new_msg__ReplyType(soap);
  reply->Result = _msg__ReplyType_Result__OK;
  reply->Error.push_back(error);
  return reply;
}

template <class Response>
static int answer(struct soap *soap, const char *noun, const msg__HeaderType *asked, bool empty, Response &response) {
  if (empty) return soap_receiver_fault(soap, "empty", nullptr);
  response.Header = replyHeader(soap, noun, asked);
  response.Reply = ok(soap);
  return SOAP_OK;
}

#define CONTROLS(operation)                                                                                                 \
  int __ns1__##operation(struct soap *soap, controlsMsg__EndDeviceControlsRequestMessageType *message,                      \
                         controlsMsg__EndDeviceControlsResponseMessageType &response) {                                     \
    const bool empty = message->Payload->controls__EndDeviceControls_->EndDeviceControl.empty();                                       \
    return answer(soap, "EndDeviceControls", message->Header, empty, response);                                             \
  }
CONTROLS(CreateEndDeviceControls)
CONTROLS(ChangeEndDeviceControls)
CONTROLS(CancelEndDeviceControls)
CONTROLS(CloseEndDeviceControls)
CONTROLS(DeleteEndDeviceControls)

#define READINGS(operation)                                                                                                 \
  int __ns2__##operation(struct soap *soap, readingsMsg__MeterReadingsEventMessageType *message,                            \
                         readingsMsg__MeterReadingsResponseMessageType &response) {                                         \
    const bool empty = message->Payload->readings__MeterReadings_->MeterReading.empty();                                               \
    return answer(soap, "MeterReadings", message->Header, empty, response);                                                 \
  }
READINGS(CreatedMeterReadings)
READINGS(ChangedMeterReadings)
READINGS(CanceledMeterReadings)
READINGS(ClosedMeterReadings)
READINGS(DeletedMeterReadings)

// ---- connections wait in a queue until a thread of the pool is free ----

static std::mutex lock;
static std::condition_variable filled;
static std::deque<SOAP_SOCKET> waiting;

static void work(struct soap *soap) {
  for (;;) {
    {
      std::unique_lock<std::mutex> held(lock);
      filled.wait(held, [] { return !waiting.empty(); });
      soap->socket = waiting.front();
      waiting.pop_front();
    }
    soap_serve(soap);
    soap_destroy(soap);
    soap_end(soap);
  }
}

static int portOf(SOAP_SOCKET socket) {
  sockaddr_in address{};
  socklen_t length = sizeof address;
  getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length);
  return ntohs(address.sin_port);
}

int main(int count, char **arguments) {
  const int threads = count > 1 ? std::atoi(arguments[1]) : 66;
  struct soap *soap = soap_new2(SOAP_IO_KEEPALIVE | SOAP_XML_STRICT, SOAP_IO_KEEPALIVE);
  soap->max_keep_alive = 0;
  soap->bind_flags = SO_REUSEADDR;
  const SOAP_SOCKET listening = soap_bind(soap, "127.0.0.1", 0, 128);
  if (!soap_valid_socket(listening)) {
    soap_print_fault(soap, stderr);
    return 1;
  }
  for (int thread = 0; thread < threads; thread++) std::thread(work, soap_copy(soap)).detach();
  std::thread([] {
    char byte;
    while (read(STDIN_FILENO, &byte, 1) > 0) {
    }
    _exit(0);
  }).detach();
  std::printf("%d\n", portOf(listening));
  std::fflush(stdout);
  for (;;) {
    const SOAP_SOCKET connection = soap_accept(soap);
    if (!soap_valid_socket(connection)) continue;
    std::lock_guard<std::mutex> held(lock);
    waiting.push_back(connection);
    filled.notify_one();
  }
}
