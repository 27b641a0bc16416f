#!/bin/sh
# Makes certificates for a laboratory with openssl: an authority, the gateway's own certificate, the clients cis and oms, a signer, a
# client that is revoked, one that has expired, and the authority's revocation list. For trials, never for production: the authority's key lies beside them.
#   deploy/lab-certificates.sh DIR [HOST...]     names and addresses of the gateway; localhost and 127.0.0.1 are always in
# Again in the same DIR it keeps what there is and makes the revocation list anew.
set -eu

dir=${1:?usage: lab-certificates.sh DIR [HOST...]}
shift
mkdir -p "$dir"
cd "$dir"
umask 077

names='DNS:localhost,IP:127.0.0.1,IP:::1'
for host in "$@"; do
  case $host in
  *[!0-9.]*) names="$names,DNS:$host" ;;
  *) names="$names,IP:$host" ;;
  esac
done

cat > openssl.cnf <<END
[req]
distinguished_name = dn
prompt = no
[dn]
CN = unused
[ca]
default_ca = lab
[lab]
database = index.txt
serial = serial
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_crl_days = 30
crlnumber = crlnumber
policy = any
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[authority]
basicConstraints = critical,CA:true,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = $names
[client]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[signer]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
END

# key NAME KIND
key() {
  if [ "$2" = rsa ]; then
    openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$1.key" 2>/dev/null ||
      openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$1.key" 2>/dev/null
  else
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"
  fi
}

# issue NAME EXTENSIONS KIND [FROM TO]
issue() {
  [ -e "$1.pem" ] && return 0
  key "$1" "$3"
  openssl req -new -config openssl.cnf -key "$1.key" -subj "/O=Lab/CN=$1" -out "$1.csr"
  if [ $# -gt 3 ]; then set -- "$1" "$2" "$3" -startdate "$4" -enddate "$5"; else set -- "$1" "$2" "$3" -days 397; fi
  name=$1 extensions=$2
  shift 3
  openssl ca -batch -notext -config openssl.cnf -extensions "$extensions" -in "$name.csr" -out "$name.pem" "$@" 2>/dev/null
  rm "$name.csr"
}

if [ ! -e ca.pem ]; then
  key ca ec
  openssl req -new -x509 -config openssl.cnf -extensions authority -key ca.key -subj '/O=Lab/CN=Lab authority' -days 3650 -out ca.pem
  : > index.txt
  echo 1000 > serial
  echo 1000 > crlnumber
fi
issue server server ec
issue cis client ec
issue oms client ec
issue signer signer rsa
issue expired client ec 20200101000000Z 20200201000000Z
if [ ! -e revoked.pem ]; then
  issue revoked client ec
  openssl ca -config openssl.cnf -revoke revoked.pem 2>/dev/null
fi
openssl ca -config openssl.cnf -gencrl -out crl.pem 2>/dev/null
rm -f ./*.old [0-9A-F][0-9A-F][0-9A-F][0-9A-F].pem
echo "certificates are in $dir"
