"""Signs messages with zeep and python-xmlsec, and sends them to a running gateway; prints what it got as JSON.

Usage: zeep-signer.py WSDL ADDRESS KEY CERTIFICATE token|data sha256|sha1|sha512 METER
"""

import datetime
import json
import sys
import uuid

import xmlsec
import zeep
import zeep.exceptions
from zeep.wsse.signature import BinarySignature, Signature
from zeep.wsse.utils import WSU, get_security_header

wsdl, address, key, certificate, place, hashing, meter = sys.argv[1:8]
Base = {"token": BinarySignature, "data": Signature}[place]
methods = {
    "sha1": (xmlsec.Transform.RSA_SHA1, xmlsec.Transform.SHA1),
    "sha256": (xmlsec.Transform.RSA_SHA256, xmlsec.Transform.SHA256),
    "sha512": (xmlsec.Transform.RSA_SHA512, xmlsec.Transform.SHA512),
}


class Signing(Base):
    """zeep signs a Timestamp that is there, and makes none; and it wants answers signed, which ours are not."""

    def apply(self, envelope, headers):
        now = datetime.datetime.now(datetime.timezone.utc)
        times = [WSU.Created(now.isoformat()), WSU.Expires((now + datetime.timedelta(minutes=4)).isoformat())]
        get_security_header(envelope).append(WSU.Timestamp(*times))
        return super().apply(envelope, headers)

    def verify(self, envelope):
        return envelope


client = zeep.Client(wsdl, wsse=Signing(key, certificate, None, *methods[hashing]))
service = client.create_service(next(iter(client.wsdl.bindings)), address)
try:
    reply = service.GetMeterConfig(
        Header={"Verb": "get", "Noun": "MeterConfig", "MessageID": str(uuid.uuid4()), "Comment": "Zürich <&> \r\n x"},
        Request={"GetMeterConfig": {"Meter": [{"Names": [{"name": meter}]}]}},
    )
    print(json.dumps({"result": reply.Reply.Result, "meters": len(reply.Payload.MeterConfig.Meter)}))
except zeep.exceptions.Fault as fault:
    detail = client.wsdl.types.deserialize(fault.detail[0])
    print(json.dumps({"codes": [error.code for error in detail.Reply.Error]}))
