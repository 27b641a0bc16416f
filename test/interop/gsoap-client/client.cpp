// Talks to a running gateway with gSOAP, built from the WSDLs it serves; prints what it got as JSON (see ../conversation.ts).
// Usage: client 1.1|1.2 TAG METER. The addresses are those of the WSDLs.
//
// One translation unit on purpose: reading the generated headers nine times would cost more than everything else.
// What is allocated here lives as long as the program.
#include "soapC.cpp"
#include "soapCustomerConfig_USCOREBindingProxy.cpp"
#include "soapEndDeviceControls_USCOREBindingProxy.cpp"
#include "soapGetCustomerConfig_USCOREBindingProxy.cpp"
#include "soapGetEndDeviceControls_USCOREBindingProxy.cpp"
#include "soapGetMeterConfig_USCOREBindingProxy.cpp"
#include "soapGetMeterReadings_USCOREBindingProxy.cpp"
#include "soapMeterConfig_USCOREBindingProxy.cpp"
#include "soapMeterReadings_USCOREBindingProxy.cpp"
#include "EndDeviceControls_USCOREBinding.nsmap"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <string>

static std::string version, tag, meterName;
static const char *const FLOW = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0";
static const char *const INTERVAL = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0";

// ---- building messages ----

static char *text(const std::string &value) { return strdup(value.c_str()); }

template <class T> static T *one(const T &value) { return new T(value); }

template <class T> static void put(int &size, T **&list, std::initializer_list<T *> items) {
  size = static_cast<int>(items.size());
  list = new T *[items.size()];
  size_t at = 0;
  for (T *item : items) list[at++] = item;
}

template <class Name, class NameType> static Name *name(const std::string &value, const char *kind) {
  Name *made = new Name();
  made->name = text(value);
  if (kind) {
    made->NameType = new NameType();
    made->NameType->name = text(kind);
  }
  return made;
}

static msg__HeaderType *header(const char *noun, _msg__HeaderType_Verb verb, const char *word) {
  static int messages = 0;
  msg__HeaderType *made = new msg__HeaderType();
  made->Verb = verb;
  made->Noun = text(noun);
  made->Revision = text("2.0");
  made->Source = text("CIS");
  made->MessageID = text(tag + "-" + std::to_string(++messages));
  made->CorrelationID = text(tag + "-" + word);
  return made;
}

static const _msg__HeaderType_Verb CREATE = _msg__HeaderType_Verb__create, CREATED = _msg__HeaderType_Verb__created,
                                   GET = _msg__HeaderType_Verb__get, SMASH = static_cast<_msg__HeaderType_Verb>(99);

// ---- writing JSON ----

static std::string quoted(const char *value) {
  if (!value) return "null";
  std::string json = "\"";
  for (; *value; value++) {
    if (*value == '"' || *value == '\\') json += '\\';
    if (*value == '\n') json += "\\n";
    else json += *value;
  }
  return json + "\"";
}

static std::string number(double value) {
  char digits[32];
  snprintf(digits, sizeof digits, "%g", value);
  return digits;
}

static std::string member(const char *key, const std::string &json) { return quoted(key) + ":" + json; }

template <class Each> static std::string list(int size, Each each) {
  std::string json = "[";
  for (int i = 0; i < size; i++) json += (i ? "," : "") + each(i);
  return json + "]";
}

template <class Element> static std::string names(const Element &element) {
  return list(element.__sizeNames, [&](int i) {
    auto *n = element.Names[i];
    return "[" + quoted(n->name) + "," + quoted(n->NameType ? n->NameType->name : nullptr) + "]";
  });
}

// ---- what came back ----

static void stop(struct soap *soap) {
  soap_print_fault(soap, stderr);
  exit(1);
}

static std::string reply(struct soap *soap, const msg__ReplyType &reply) {
  return member("result", quoted(soap__msg__ReplyType_Result2s(soap, reply.Result))) + "," +
         member("codes", list(reply.__sizeError, [&](int i) { return quoted(reply.Error[i]->code); }));
}

/** The answer of a service as an object; `more` are further members. */
template <class Response> static std::string answer(struct soap *soap, const Response &got, std::string more = "") {
  return "{" + member("verb", quoted(soap__msg__HeaderType_Verb2s(soap, got.Header->Verb))) + "," +
         member("noun", quoted(got.Header->Noun)) + "," + member("correlation", quoted(got.Header->CorrelationID)) +
         "," + reply(soap, *got.Reply) + "," + member("ids", list(got.Reply->__sizeID, [&](int i) {
           auto &id = got.Reply->ID[i];
           return "{" + member("id", quoted(id.__item)) + "," +
                  member("kind", quoted(id.kind ? soap_msg__IDKindType2s(soap, *id.kind) : nullptr)) + "}";
         })) +
         (more.empty() ? "" : "," + more) + "}";
}

/** The fault of a call that failed, its detail read as `Fault`; `null` when there is no such detail. */
template <class Fault>
static std::string fault(struct soap *soap, int error, Fault *SOAP_ENV__Detail::*place, const char *element) {
  if (error == SOAP_OK || !soap->fault) return "null";
  SOAP_ENV__Detail *detail = version == "1.2" ? soap->fault->SOAP_ENV__Detail : soap->fault->detail;
  if (!detail || !(detail->*place)) return "null";
  const msg__ReplyType &said = *(detail->*place)->Reply;
  const char *code = *soap_faultcode(soap);
  const char *colon = strrchr(code, ':');
  return "{" + member("code", quoted(colon ? colon + 1 : code)) + "," +
         member("reason", quoted(*soap_faultstring(soap))) + "," + member("element", quoted(element)) + "," +
         reply(soap, said) + "," +
         member("details", list(said.__sizeError, [&](int i) { return quoted(said.Error[i]->details); })) + "}";
}

/** The first two rows of the namespace table decide the SOAP version of requests. */
template <class Proxy> static void prepare(Proxy &proxy) {
  static struct Namespace table[sizeof namespaces / sizeof *namespaces];
  memcpy(table, namespaces, sizeof table);
  if (version == "1.2") {
    table[0].ns = table[0].in = "http://www.w3.org/2003/05/soap-envelope";
    table[1].ns = table[1].in = "http://www.w3.org/2003/05/soap-encoding";
  }
  soap_set_namespaces(proxy.soap, table);
  soap_set_mode(proxy.soap, SOAP_C_UTFSTRING | SOAP_XML_TREE);
}

// ---- EndDeviceControls ----

static controlsMsg__EndDeviceControlsRequestMessageType control(const char *what, const char *code,
                                                               const std::string &device,
                                                               _msg__HeaderType_Verb verb = CREATE) {
  auto *asked = new controls__EndDeviceControl();
  asked->mRID = text(tag + "-" + what);
  asked->issuerID = text("CIS");
  asked->reason = text("moved out: Müller & Söhne <2>");
  asked->EndDeviceControlType.ref = text(code);
  auto *to = new controls__EndDevice();
  put(to->__sizeNames, to->Names, {name<controls__Name, controls__NameType>(device, "MeterName")});
  put(asked->__sizeEndDevices, asked->EndDevices, {to});
  controlsMsg__EndDeviceControlsRequestMessageType message;
  message.Header = header("EndDeviceControls", verb, "create");
  message.Payload = new controlsMsg__EndDeviceControlsPayloadType();
  auto *payload = message.Payload->controls__EndDeviceControls_ = new controls__EndDeviceControls();
  put(payload->__sizeEndDeviceControl, payload->EndDeviceControl, {asked});
  return message;
}

static std::string create(EndDeviceControls_USCOREBindingProxy &execute, const char *what, const char *code,
                          const std::string &device) {
  controlsMsg__EndDeviceControlsResponseMessageType got;
  auto message = control(what, code, device);
  if (execute.CreateEndDeviceControls(&message, got)) stop(execute.soap);
  return member(what, answer(execute.soap, got));
}

static std::string controls() {
  EndDeviceControls_USCOREBindingProxy execute;
  GetEndDeviceControls_USCOREBindingProxy get;
  prepare(execute);
  prepare(get);
  std::string json = "{" + create(execute, "disconnect", "3.31.0.23", meterName) + "," +
                     create(execute, "connect", "3.31.0.18", meterName) + "," +
                     create(execute, "unknown", "3.31.0.23", "NO-SUCH-METER") + ",";

  getControlsMsg__GetEndDeviceControlsRequestMessageType query;
  query.Header = header("EndDeviceControls", GET, "get");
  query.Request = new getControlsMsg__GetEndDeviceControlsRequestType();
  auto *profile = query.Request->getControls__GetEndDeviceControls_ = new getControls__GetEndDeviceControls();
  auto *wanted = new getControls__EndDeviceControl();
  wanted->mRID = text(tag + "-disconnect");
  put(profile->__sizeEndDeviceControl, profile->EndDeviceControl, {wanted});
  getControlsMsg__EndDeviceControlsResponseMessageType found;
  if (get.GetEndDeviceControls(&query, found)) stop(get.soap);
  auto *payload = found.Payload->controls__EndDeviceControls_;
  json += member("get", answer(get.soap, found, member("objects", list(payload->__sizeEndDeviceControl, [&](int i) {
            auto *c = payload->EndDeviceControl[i];
            return "{" + member("mRID", quoted(c->mRID)) + "," + member("reason", quoted(c->reason)) + "," +
                   member("type", quoted(c->EndDeviceControlType.ref)) + "," +
                   member("devices", names(*c->EndDevices[0])) + "}";
          })))) +
          ",";

  auto smash = control("disconnect", "3.31.0.23", meterName, SMASH);
  controlsMsg__EndDeviceControlsResponseMessageType none;
  json += member("badVerb", fault(execute.soap, execute.CreateEndDeviceControls(&smash, none),
                                  &SOAP_ENV__Detail::controlsMsg__EndDeviceControlsFaultMessage,
                                  "EndDeviceControlsFaultMessage")) +
          ",";
  query.Header->Timestamp = text("tomorrow");
  return json +
         member("badTime", fault(get.soap, get.GetEndDeviceControls(&query, found),
                                 &SOAP_ENV__Detail::getControlsMsg__EndDeviceControlsFaultMessage,
                                 "EndDeviceControlsFaultMessage")) +
         "}";
}

// ---- MeterReadings ----

static readings__IntervalReading *interval(const char *time, const char *value, const char *quality) {
  auto *reading = new readings__IntervalReading();
  reading->timeStamp = text(time);
  reading->value = text(value);
  if (quality) {
    auto *of = new readings__ReadingQuality();
    of->ReadingQualityType.ref = text(quality);
    put(reading->__sizeReadingQualities, reading->ReadingQualities, {of});
  }
  return reading;
}

template <class Reading> static std::string value(const Reading &reading, const char *type) {
  return "{" + member("time", quoted(reading.timeStamp)) + "," + member("value", quoted(reading.value)) + "," +
         member("qualities", list(reading.__sizeReadingQualities, [&](int i) {
           return quoted(reading.ReadingQualities[i]->ReadingQualityType.ref);
         })) +
         "," + member("type", quoted(type)) + "}";
}

static std::string readings() {
  MeterReadings_USCOREBindingProxy send;
  GetMeterReadings_USCOREBindingProxy get;
  prepare(send);
  prepare(get);

  auto *block = new readings__IntervalBlock();
  block->ReadingType.ref = text(INTERVAL);
  put(block->__sizeIntervalReadings, block->IntervalReadings,
      {interval("2025-11-01T00:15:00Z", "0.410", "2.0.0"), interval("2025-11-01T00:30:00Z", "00.3980", nullptr)});
  auto *reading = new readings__Reading();
  reading->timeStamp = text("2025-11-01T01:15:00.250+01:00");
  reading->value = text("00012345678901234567.8900");
  reading->ReadingType.ref = text(FLOW);
  auto *sent = new readings__MeterReading();
  put(sent->__sizeIntervalBlocks, sent->IntervalBlocks, {block});
  put(sent->__sizeReadings, sent->Readings, {reading});
  sent->Meter = new readings__Meter();
  put(sent->Meter->__sizeNames, sent->Meter->Names,
      {name<readings__Name, readings__NameType>(meterName, "MeterName")});
  readingsMsg__MeterReadingsEventMessageType event;
  event.Header = header("MeterReadings", CREATED, "created");
  event.Payload = new readingsMsg__MeterReadingsPayloadType();
  event.Payload->readings__MeterReadings_ = new readings__MeterReadings();
  put(event.Payload->readings__MeterReadings_->__sizeMeterReading, event.Payload->readings__MeterReadings_->MeterReading,
      {sent});
  readingsMsg__MeterReadingsResponseMessageType taken;
  if (send.CreatedMeterReadings(&event, taken)) stop(send.soap);
  std::string json = "{" + member("created", answer(send.soap, taken)) + ",";

  getReadingsMsg__GetMeterReadingsRequestMessageType query;
  query.Header = header("MeterReadings", GET, "get");
  query.Request = new getReadingsMsg__GetMeterReadingsRequestType();
  auto *option = new msg__OptionType();
  option->name = text("Source");
  option->value = text("stored");
  put(query.Request->__sizeOption, query.Request->Option, {option});
  auto *profile = query.Request->getReadings__GetMeterReadings_ = new getReadings__GetMeterReadings();
  auto *device = new getReadings__EndDevice();
  put(device->__sizeNames, device->Names, {name<getReadings__Name, getReadings__NameType>(meterName, "MeterName")});
  put(profile->__sizeEndDevice, profile->EndDevice, {device});
  auto *flow = new getReadings__ReadingType(), *steps = new getReadings__ReadingType();
  flow->mRID = text(FLOW);
  steps->mRID = text(INTERVAL);
  put(profile->__sizeReadingType, profile->ReadingType, {flow, steps});
  auto *schedule = new getReadings__TimeSchedule();
  schedule->scheduleInterval = new getReadings__DateTimeInterval();
  schedule->scheduleInterval->start = text("2025-11-01T00:00:00Z");
  schedule->scheduleInterval->end = text("2025-11-01T00:30:00Z");
  put(profile->__sizeTimeSchedule, profile->TimeSchedule, {schedule});
  getReadingsMsg__MeterReadingsResponseMessageType found;
  if (get.GetMeterReadings(&query, found)) stop(get.soap);
  auto *got = found.Payload->readings__MeterReadings_->MeterReading[0];
  auto *its = got->IntervalBlocks[0];
  json += member("get", answer(get.soap, found,
                               member("meter", names(*got->Meter)) + "," +
                                   member("readings", list(got->__sizeReadings, [&](int i) {
                                            return value(*got->Readings[i], got->Readings[i]->ReadingType.ref);
                                          })) +
                                   "," + member("intervals", list(its->__sizeIntervalReadings, [&](int i) {
                                                  return value(*its->IntervalReadings[i], its->ReadingType.ref);
                                                })))) +
          ",";

  event.Header->Verb = SMASH;
  json += member("badVerb", fault(send.soap, send.CreatedMeterReadings(&event, taken),
                                  &SOAP_ENV__Detail::readingsMsg__MeterReadingsFaultMessage,
                                  "MeterReadingsFaultMessage")) +
          ",";
  query.Header->Timestamp = text("tomorrow");
  return json +
         member("badTime", fault(get.soap, get.GetMeterReadings(&query, found),
                                 &SOAP_ENV__Detail::getReadingsMsg__MeterReadingsFaultMessage,
                                 "MeterReadingsFaultMessage")) +
         "}";
}

// ---- MeterConfig ----

static std::string meters() {
  MeterConfig_USCOREBindingProxy execute;
  GetMeterConfig_USCOREBindingProxy get;
  prepare(execute);
  prepare(get);

  auto *made = new meter__Meter();
  made->mRID = text(tag + "-meter");
  made->isVirtual = one(false);
  made->serialNumber = text("000471100");
  made->timeZoneOffset = one(60.0f);
  auto *factor = new meter__MeterMultiplier();
  factor->kind = one(meter__MeterMultiplierKind__kH);
  factor->value = one(1.25f);
  put(made->__sizeMeterMultipliers, made->MeterMultipliers, {factor});
  put(made->__sizeNames, made->Names, {name<meter__Name, meter__NameType>("M-" + tag, "MeterName")});
  meterMsg__MeterConfigRequestMessageType message;
  message.Header = header("MeterConfig", CREATE, "create");
  message.Payload = new meterMsg__MeterConfigPayloadType();
  message.Payload->meter__MeterConfig_ = new meter__MeterConfig();
  put(message.Payload->meter__MeterConfig_->__sizeMeter, message.Payload->meter__MeterConfig_->Meter, {made});
  meterMsg__MeterConfigResponseMessageType first, second, none;
  if (execute.CreateMeterConfig(&message, first)) stop(execute.soap);
  std::string json = "{" + member("create", answer(execute.soap, first)) + ",";
  message.Header = header("MeterConfig", CREATE, "create");
  if (execute.CreateMeterConfig(&message, second)) stop(execute.soap);
  json += member("again", answer(execute.soap, second)) + ",";

  getMeterMsg__GetMeterConfigRequestMessageType query;
  query.Header = header("MeterConfig", GET, "get");
  query.Request = new getMeterMsg__GetMeterConfigRequestType();
  auto *profile = query.Request->getMeter__GetMeterConfig_ = new getMeter__GetMeterConfig();
  auto *wanted = new getMeter__Meter();
  put(wanted->__sizeNames, wanted->Names, {name<getMeter__Name, getMeter__NameType>("M-" + tag, "MeterName")});
  put(profile->__sizeMeter, profile->Meter, {wanted});
  getMeterMsg__MeterConfigResponseMessageType found;
  if (get.GetMeterConfig(&query, found)) stop(get.soap);
  auto *payload = found.Payload->meter__MeterConfig_;
  json += member("get", answer(get.soap, found, member("objects", list(payload->__sizeMeter, [&](int i) {
            auto *m = payload->Meter[i];
            return "{" + member("mRID", quoted(m->mRID)) + "," + member("isVirtual", *m->isVirtual ? "true" : "false") +
                   "," + member("serialNumber", quoted(m->serialNumber)) + "," +
                   member("timeZoneOffset", number(*m->timeZoneOffset)) + "," +
                   member("multipliers", list(m->__sizeMeterMultipliers, [&](int j) {
                            auto *x = m->MeterMultipliers[j];
                            return "[" + quoted(soap_meter__MeterMultiplierKind2s(get.soap, *x->kind)) + "," +
                                   number(*x->value) + "]";
                          })) +
                   "," + member("names", names(*m)) + "}";
          })))) +
          ",";

  message.Header->Verb = SMASH;
  json += member("badVerb",
                 fault(execute.soap, execute.CreateMeterConfig(&message, none),
                       &SOAP_ENV__Detail::meterMsg__MeterConfigFaultMessage, "MeterConfigFaultMessage")) +
          ",";
  query.Header->Timestamp = text("tomorrow");
  return json +
         member("badTime", fault(get.soap, get.GetMeterConfig(&query, found),
                                 &SOAP_ENV__Detail::getMeterMsg__MeterConfigFaultMessage, "MeterConfigFaultMessage")) +
         "}";
}

// ---- CustomerConfig ----

static std::string customers() {
  CustomerConfig_USCOREBindingProxy execute;
  GetCustomerConfig_USCOREBindingProxy get;
  prepare(execute);
  prepare(get);

  auto *made = new customer__Customer();
  made->mRID = text(tag + "-customer");
  made->kind = one(customer__CustomerKind__residential);
  made->vip = one(true);
  put(made->__sizeNames, made->Names, {name<customer__Name, customer__NameType>("C-" + tag, nullptr)});
  made->Organisation = new customer__Organisation();
  made->Organisation->streetAddress = new customer__StreetAddress();
  auto *town = made->Organisation->streetAddress->townDetail = new customer__TownDetail();
  town->code = text("08001");
  town->name = text("Zürich");
  customerMsg__CustomerConfigRequestMessageType message;
  message.Header = header("CustomerConfig", CREATE, "create");
  message.Payload = new customerMsg__CustomerConfigPayloadType();
  message.Payload->customer__CustomerConfig_ = new customer__CustomerConfig();
  put(message.Payload->customer__CustomerConfig_->__sizeCustomer, message.Payload->customer__CustomerConfig_->Customer,
      {made});
  customerMsg__CustomerConfigResponseMessageType first, none;
  if (execute.CreateCustomerConfig(&message, first)) stop(execute.soap);
  std::string json = "{" + member("create", answer(execute.soap, first)) + ",";

  getCustomerMsg__GetCustomerConfigRequestMessageType query;
  query.Header = header("CustomerConfig", GET, "get");
  query.Request = new getCustomerMsg__GetCustomerConfigRequestType();
  auto *profile = query.Request->getCustomer__GetCustomerConfig_ = new getCustomer__GetCustomerConfig();
  auto *wanted = new getCustomer__Customer();
  wanted->mRID = text(tag + "-customer");
  put(profile->__sizeCustomer, profile->Customer, {wanted});
  getCustomerMsg__CustomerConfigResponseMessageType found;
  if (get.GetCustomerConfig(&query, found)) stop(get.soap);
  auto *payload = found.Payload->customer__CustomerConfig_;
  json += member("get", answer(get.soap, found, member("objects", list(payload->__sizeCustomer, [&](int i) {
            auto *c = payload->Customer[i];
            auto *of = c->Organisation->streetAddress->townDetail;
            return "{" + member("mRID", quoted(c->mRID)) + "," +
                   member("kind", quoted(soap_customer__CustomerKind2s(get.soap, *c->kind))) + "," +
                   member("vip", *c->vip ? "true" : "false") + "," + member("names", names(*c)) + "," +
                   member("town", "[" + quoted(of->code) + "," + quoted(of->name) + "]") + "}";
          })))) +
          ",";

  message.Header->Verb = SMASH;
  json += member("badVerb",
                 fault(execute.soap, execute.CreateCustomerConfig(&message, none),
                       &SOAP_ENV__Detail::customerMsg__CustomerConfigFaultMessage, "CustomerConfigFaultMessage")) +
          ",";
  query.Header->Timestamp = text("tomorrow");
  return json +
         member("badTime",
                fault(get.soap, get.GetCustomerConfig(&query, found),
                      &SOAP_ENV__Detail::getCustomerMsg__CustomerConfigFaultMessage, "CustomerConfigFaultMessage")) +
         "}";
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  version = argv[1];
  tag = argv[2];
  meterName = argv[3];
  std::string json = "{" + member("controls", controls());
  json += "," + member("readings", readings());
  json += "," + member("meters", meters());
  json += "," + member("customers", customers()) + "}";
  puts(json.c_str());
}
