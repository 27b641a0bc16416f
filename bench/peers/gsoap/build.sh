#!/usr/bin/env bash
# Builds the gSOAP server from the WSDLs of this repository into bench/peers/build/gsoap.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
services=$(realpath "$here/../../../wsdl/services")
build=$here/../build/gsoap

rm -rf "$build"
mkdir -p "$build"
cd "$build"
wsdl2h -O2 -x -t "$here/typemap.dat" -o cim.h "$services/ExecuteEndDeviceControls.wsdl" "$services/SendMeterReadings.wsdl" >wsdl2h.log 2>&1
soapcpp2 -S -L -w -x -I/usr/share/gsoap/import cim.h >soapcpp2.log 2>&1
g++ -std=c++17 -O2 -w -I. "$here/server.cpp" soapC.cpp soapServer.cpp -o server -lgsoap++ -lpthread
