#!/usr/bin/env bash
# Builds the JAX-WS RI server from the WSDLs of this repository into bench/peers/build/jaxws.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
services=$here/../../../wsdl/services
build=$here/../build/jaxws
runtime=/usr/share/jaxws/lib/jaxws-rt.jar

rm -rf "$build"
mkdir -p "$build/source" "$build/classes"
for service in ExecuteEndDeviceControls SendMeterReadings; do
  # wsimport takes a file of bindings only with the WSDL it is about
  sed "s|<jaxws:bindings |&wsdlLocation=\"file://$(realpath "$services/$service.wsdl")\" |" "$here/bare-style.xml" >"$build/$service.xml"
  wsimport -Xnocompile -keep -quiet -s "$build/source" -b "$build/$service.xml" "$(realpath "$services/$service.wsdl")"
done
find "$build/source" "$here" -name '*.java' -print0 | xargs -0 javac -nowarn -Xlint:none -encoding UTF-8 -cp "$runtime" -d "$build/classes"
# JAX-WS validates against the WSDL and the schemas that it finds beside the classes
mkdir -p "$build/classes/wsdl"
cp -r "$services" "$services/../profiles" "$build/classes/wsdl/"
