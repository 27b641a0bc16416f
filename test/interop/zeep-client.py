"""Talks to a running gateway with zeep, built from the WSDLs it serves; prints what it got as JSON (see conversation.ts).

Usage: zeep-client.py http://HOST:PORT/soap 1.1|1.2 TAG METER
"""

import json
import sys
import uuid

import zeep
import zeep.exceptions

base, version, tag, meter = sys.argv[1:5]
PREFIX = "http://iec.ch/TC57/2011/"
FLOW = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
INTERVAL = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


class Service:
    def __init__(self, name, noun):
        self.noun = noun
        self.client = zeep.Client(f"{base}/{name}?wsdl" + ("&soap=1.2" if version == "1.2" else ""))

    def header(self, verb, **more):
        return {
            "Verb": verb,
            "Noun": self.noun,
            "Revision": "2.0",
            "Source": "CIS",
            "MessageID": str(uuid.uuid4()),
            "CorrelationID": f"{tag}-{verb}",
            **more,
        }

    def call(self, operation, verb, read=lambda payload: {}, header=None, **parts):
        reply = self.client.service[operation](Header=header or self.header(verb), **parts)
        return {
            "verb": reply.Header.Verb,
            "noun": reply.Header.Noun,
            "correlation": reply.Header.CorrelationID,
            "result": reply.Reply.Result,
            "codes": [error.code for error in reply.Reply.Error],
            "ids": [{"id": i._value_1, "kind": i.kind} for i in reply.Reply.ID],
            **(read(reply.Payload) if reply.Payload is not None else {}),
        }

    def fault(self, operation, header, **parts):
        try:
            self.client.service[operation](Header=header, **parts)
        except zeep.exceptions.Fault as fault:
            detail = self.client.wsdl.types.deserialize(fault.detail[0])
            return {
                "code": fault.code.split(":")[-1],
                "reason": fault.message,
                "element": fault.detail[0].tag,
                "result": detail.Reply.Result,
                "codes": [error.code for error in detail.Reply.Error],
                "details": [error.details for error in detail.Reply.Error],
            }
        return None


def named(name, kind=None):
    return {"Names": [{"name": name, "NameType": {"name": kind}} if kind else {"name": name}]}


def names(element):
    return [[n.name, n.NameType.name if n.NameType else None] for n in element.Names]


def time(value):
    return value.isoformat()


def conversation(execute, create, get, noun, payload, request):
    """Both faults: a verb that is none, and a time that is none."""
    return {
        "badVerb": execute.fault(create, execute.header("smash"), Payload=payload),
        "badTime": get.fault(f"Get{noun}", get.header("get", Timestamp="tomorrow"), Request=request),
    }


def controls():
    noun = "EndDeviceControls"
    execute, get = Service("ExecuteEndDeviceControls", noun), Service("GetEndDeviceControls", noun)

    def payload(what, code, device=meter):
        control = {
            "mRID": f"{tag}-{what}",
            "issuerID": "CIS",
            "reason": "moved out: Müller & Söhne <2>",
            "EndDeviceControlType": {"ref": code},
            "EndDevices": [named(device, "MeterName")],
        }
        return {noun: {"EndDeviceControl": [control]}}

    def read(found):
        return {
            "objects": [
                {
                    "mRID": c.mRID,
                    "reason": c.reason,
                    "type": c.EndDeviceControlType.ref,
                    "devices": [n for d in c.EndDevices for n in names(d)],
                }
                for c in found.EndDeviceControls.EndDeviceControl
            ]
        }

    disconnect = payload("disconnect", "3.31.0.23")
    request = {f"Get{noun}": {"EndDeviceControl": [{"mRID": f"{tag}-disconnect"}]}}
    create = "CreateEndDeviceControls"
    return {
        "disconnect": execute.call(create, "create", Payload=disconnect),
        "connect": execute.call(create, "create", Payload=payload("connect", "3.31.0.18")),
        "unknown": execute.call(create, "create", Payload=payload("unknown", "3.31.0.23", "NO-SUCH-METER")),
        "get": get.call(f"Get{noun}", "get", read, Request=request),
        **conversation(execute, create, get, noun, disconnect, request),
    }


def readings():
    noun = "MeterReadings"
    send, get = Service("SendMeterReadings", noun), Service("GetMeterReadings", noun)
    quality = [{"ReadingQualityType": {"ref": "2.0.0"}}]
    sent = {
        "IntervalBlocks": [
            {
                "IntervalReadings": [
                    {"timeStamp": "2025-11-01T00:15:00Z", "value": "0.410", "ReadingQualities": quality},
                    {"timeStamp": "2025-11-01T00:30:00Z", "value": "00.3980"},
                ],
                "ReadingType": {"ref": INTERVAL},
            }
        ],
        "Meter": named(meter, "MeterName"),
        "Readings": [
            {
                "timeStamp": "2025-11-01T01:15:00.250+01:00",
                "value": "00012345678901234567.8900",
                "ReadingType": {"ref": FLOW},
            }
        ],
    }

    def value(reading):
        qualities = [q.ReadingQualityType.ref for q in reading.ReadingQualities]
        return {"time": time(reading.timeStamp), "value": reading.value, "qualities": qualities}

    def read(found):
        got = found.MeterReadings.MeterReading
        return {
            "meter": [n for r in got for n in names(r.Meter)],
            "readings": [{**value(v), "type": v.ReadingType.ref} for r in got for v in r.Readings],
            "intervals": [
                {**value(v), "type": b.ReadingType.ref} for r in got for b in r.IntervalBlocks for v in b.IntervalReadings
            ],
        }

    request = {
        "Option": [{"name": "Source", "value": "stored"}],
        "GetMeterReadings": {
            "EndDevice": [named(meter, "MeterName")],
            "ReadingType": [{"mRID": FLOW}, {"mRID": INTERVAL}],
            "TimeSchedule": [{"scheduleInterval": {"end": "2025-11-01T00:30:00Z", "start": "2025-11-01T00:00:00Z"}}],
        },
    }
    payload = {noun: {"MeterReading": [sent]}}
    return {
        "created": send.call("CreatedMeterReadings", "created", Payload=payload),
        "get": get.call("GetMeterReadings", "get", read, Request=request),
        **conversation(send, "CreatedMeterReadings", get, noun, payload, request),
    }


def meters():
    noun = "MeterConfig"
    execute, get = Service("ExecuteMeterConfig", noun), Service("GetMeterConfig", noun)
    one = {
        "mRID": f"{tag}-meter",
        "isVirtual": False,
        "serialNumber": "000471100",
        "timeZoneOffset": 60,
        "MeterMultipliers": [{"kind": "kH", "value": 1.25}],
        **named(f"M-{tag}", "MeterName"),
    }

    def read(found):
        return {
            "objects": [
                {
                    "mRID": m.mRID,
                    "isVirtual": m.isVirtual,
                    "serialNumber": m.serialNumber,
                    "timeZoneOffset": m.timeZoneOffset,
                    "multipliers": [[x.kind, x.value] for x in m.MeterMultipliers],
                    "names": names(m),
                }
                for m in found.MeterConfig.Meter
            ]
        }

    payload = {noun: {"Meter": [one]}}
    request = {f"Get{noun}": {"Meter": [named(f"M-{tag}", "MeterName")]}}
    return {
        "create": execute.call("CreateMeterConfig", "create", Payload=payload),
        "again": execute.call("CreateMeterConfig", "create", Payload=payload),
        "get": get.call("GetMeterConfig", "get", read, Request=request),
        **conversation(execute, "CreateMeterConfig", get, noun, payload, request),
    }


def customers():
    noun = "CustomerConfig"
    execute, get = Service("ExecuteCustomerConfig", noun), Service("GetCustomerConfig", noun)
    one = {
        "mRID": f"{tag}-customer",
        "kind": "residential",
        "vip": True,
        **named(f"C-{tag}"),
        "Organisation": {"streetAddress": {"townDetail": {"code": "08001", "name": "Zürich"}}},
    }

    def read(found):
        return {
            "objects": [
                {
                    "mRID": c.mRID,
                    "kind": c.kind,
                    "vip": c.vip,
                    "names": names(c),
                    "town": [c.Organisation.streetAddress.townDetail.code, c.Organisation.streetAddress.townDetail.name],
                }
                for c in found.CustomerConfig.Customer
            ]
        }

    payload = {noun: {"Customer": [one]}}
    request = {f"Get{noun}": {"Customer": [{"mRID": f"{tag}-customer"}]}}
    return {
        "create": execute.call("CreateCustomerConfig", "create", Payload=payload),
        "get": get.call("GetCustomerConfig", "get", read, Request=request),
        **conversation(execute, "CreateCustomerConfig", get, noun, payload, request),
    }


print(json.dumps({"controls": controls(), "readings": readings(), "meters": meters(), "customers": customers()}))
