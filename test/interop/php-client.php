<?php
// Talks to a running gateway with PHP's SoapClient, built from the WSDLs it serves; prints what it got as JSON (see conversation.ts).
// Usage: php php-client.php http://HOST:PORT/soap 1.1|1.2 TAG METER [gzip]
declare(strict_types=1);

[, $base, $version, $tag, $meter] = $argv;
$gzip = ($argv[5] ?? '') === 'gzip';
const FLOW = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const INTERVAL = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

final class Service
{
    /** Replies that came compressed. */
    public static int $zipped = 0;
    private SoapClient $client;

    public function __construct(string $name, private string $noun)
    {
        global $base, $version, $gzip;
        $twelve = $version === '1.2';
        $options = [
            'soap_version' => $twelve ? SOAP_1_2 : SOAP_1_1,
            'cache_wsdl' => WSDL_CACHE_NONE,
            'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
            'trace' => true,
        ];
        if ($gzip) $options['compression'] = SOAP_COMPRESSION_ACCEPT | SOAP_COMPRESSION_GZIP | 6;
        $this->client = new SoapClient("$base/$name?wsdl" . ($twelve ? '&soap=1.2' : ''), $options);
    }

    public function header(string $verb, array $more = []): array
    {
        global $tag;
        return [
            'Verb' => $verb,
            'Noun' => $this->noun,
            'Revision' => '2.0',
            'Source' => 'CIS',
            'MessageID' => bin2hex(random_bytes(16)),
            'CorrelationID' => "$tag-$verb",
        ] + $more;
    }

    public function call(string $operation, string $verb, array $parts, ?callable $read = null): array
    {
        $reply = $this->client->__soapCall($operation, [['Header' => $this->header($verb)] + $parts]);
        $answer = [
            'verb' => $reply->Header->Verb,
            'noun' => $reply->Header->Noun,
            'correlation' => $reply->Header->CorrelationID,
            'result' => $reply->Reply->Result,
            'codes' => array_map(fn($e) => $e->code, $reply->Reply->Error),
            'ids' => array_map(fn($i) => ['id' => $i->_, 'kind' => $i->kind], $reply->Reply->ID ?? []),
        ];
        if (stripos($this->client->__getLastResponseHeaders(), 'content-encoding: gzip') !== false) self::$zipped++;
        return $answer + ($read && isset($reply->Payload) ? $read($reply->Payload) : []);
    }

    public function fault(string $operation, array $header, array $parts): ?array
    {
        try {
            $this->client->__soapCall($operation, [['Header' => $header] + $parts]);
        } catch (SoapFault $fault) {
            $element = array_key_first(get_object_vars($fault->detail));
            $reply = $fault->detail->$element->Reply;
            // PHP reads a detail without its schema: one element is an object, several are an array
            $errors = is_array($reply->Error) ? $reply->Error : [$reply->Error];
            return [
                'code' => substr(strrchr(":$fault->faultcode", ':'), 1),
                'reason' => $fault->faultstring,
                'element' => $element,
                'result' => $reply->Result,
                'codes' => array_map(fn($e) => $e->code, $errors),
                'details' => array_map(fn($e) => $e->details, $errors),
            ];
        }
        return null;
    }
}

function named(string $name, ?string $kind = null): array
{
    return ['Names' => [['name' => $name] + ($kind === null ? [] : ['NameType' => ['name' => $kind]])]];
}

function names(object $element): array
{
    return array_map(fn($n) => [$n->name, $n->NameType->name ?? null], $element->Names);
}

/** Both faults: a verb that is none, and a time that is none. */
function faults(Service $execute, string $create, Service $get, string $noun, array $payload, array $request): array
{
    return [
        'badVerb' => $execute->fault($create, $execute->header('smash'), ['Payload' => $payload]),
        'badTime' => $get->fault("Get$noun", $get->header('get', ['Timestamp' => 'tomorrow']), ['Request' => $request]),
    ];
}

function controls(): array
{
    global $tag, $meter;
    $noun = 'EndDeviceControls';
    [$execute, $get] = [new Service("Execute$noun", $noun), new Service("Get$noun", $noun)];
    $payload = fn(string $what, string $code, string $device) => [
        $noun => [
            'EndDeviceControl' => [
                [
                    'mRID' => "$tag-$what",
                    'issuerID' => 'CIS',
                    'reason' => 'moved out: Müller & Söhne <2>',
                    'EndDeviceControlType' => ['ref' => $code],
                    'EndDevices' => [named($device, 'MeterName')],
                ],
            ],
        ],
    ];
    $read = fn(object $found) => [
        'objects' => array_map(
            fn($c) => [
                'mRID' => $c->mRID,
                'reason' => $c->reason,
                'type' => $c->EndDeviceControlType->ref,
                'devices' => array_merge(...array_map('names', $c->EndDevices)),
            ],
            $found->EndDeviceControls->EndDeviceControl,
        ),
    ];
    $disconnect = $payload('disconnect', '3.31.0.23', $meter);
    $request = ["Get$noun" => ['EndDeviceControl' => [['mRID' => "$tag-disconnect"]]]];
    $create = "Create$noun";
    return [
        'disconnect' => $execute->call($create, 'create', ['Payload' => $disconnect]),
        'connect' => $execute->call($create, 'create', ['Payload' => $payload('connect', '3.31.0.18', $meter)]),
        'unknown' => $execute->call($create, 'create', ['Payload' => $payload('unknown', '3.31.0.23', 'NO-SUCH-METER')]),
        'get' => $get->call("Get$noun", 'get', ['Request' => $request], $read),
    ] + faults($execute, $create, $get, $noun, $disconnect, $request);
}

function readings(): array
{
    global $meter;
    $noun = 'MeterReadings';
    [$send, $get] = [new Service("Send$noun", $noun), new Service("Get$noun", $noun)];
    $payload = [
        $noun => [
            'MeterReading' => [
                [
                    'IntervalBlocks' => [
                        [
                            'IntervalReadings' => [
                                [
                                    'timeStamp' => '2025-11-01T00:15:00Z',
                                    'value' => '0.410',
                                    'ReadingQualities' => [['ReadingQualityType' => ['ref' => '2.0.0']]],
                                ],
                                ['timeStamp' => '2025-11-01T00:30:00Z', 'value' => '00.3980'],
                            ],
                            'ReadingType' => ['ref' => INTERVAL],
                        ],
                    ],
                    'Meter' => named($meter, 'MeterName'),
                    'Readings' => [
                        [
                            'timeStamp' => '2025-11-01T01:15:00.250+01:00',
                            'value' => '00012345678901234567.8900',
                            'ReadingType' => ['ref' => FLOW],
                        ],
                    ],
                ],
            ],
        ],
    ];
    $value = fn(object $r) => [
        'time' => $r->timeStamp,
        'value' => $r->value,
        'qualities' => array_map(fn($q) => $q->ReadingQualityType->ref, $r->ReadingQualities ?? []),
    ];
    $read = function (object $found) use ($value): array {
        $got = ['meter' => [], 'readings' => [], 'intervals' => []];
        foreach ($found->MeterReadings->MeterReading as $one) {
            array_push($got['meter'], ...names($one->Meter));
            foreach ($one->Readings ?? [] as $r) $got['readings'][] = $value($r) + ['type' => $r->ReadingType->ref];
            foreach ($one->IntervalBlocks ?? [] as $b)
                foreach ($b->IntervalReadings as $r) $got['intervals'][] = $value($r) + ['type' => $b->ReadingType->ref];
        }
        return $got;
    };
    $request = [
        'Option' => [['name' => 'Source', 'value' => 'stored']],
        'GetMeterReadings' => [
            'EndDevice' => [named($meter, 'MeterName')],
            'ReadingType' => [['mRID' => FLOW], ['mRID' => INTERVAL]],
            'TimeSchedule' => [['scheduleInterval' => ['end' => '2025-11-01T00:30:00Z', 'start' => '2025-11-01T00:00:00Z']]],
        ],
    ];
    return [
        'created' => $send->call('CreatedMeterReadings', 'created', ['Payload' => $payload]),
        'get' => $get->call('GetMeterReadings', 'get', ['Request' => $request], $read),
    ] + faults($send, 'CreatedMeterReadings', $get, $noun, $payload, $request);
}

function meters(): array
{
    global $tag;
    $noun = 'MeterConfig';
    [$execute, $get] = [new Service("Execute$noun", $noun), new Service("Get$noun", $noun)];
    $payload = [
        $noun => [
            'Meter' => [
                [
                    'mRID' => "$tag-meter",
                    'isVirtual' => false,
                    'serialNumber' => '000471100',
                    'timeZoneOffset' => 60,
                    'MeterMultipliers' => [['kind' => 'kH', 'value' => 1.25]],
                ] + named("M-$tag", 'MeterName'),
            ],
        ],
    ];
    $read = fn(object $found) => [
        'objects' => array_map(
            fn($m) => [
                'mRID' => $m->mRID,
                'isVirtual' => $m->isVirtual,
                'serialNumber' => $m->serialNumber,
                'timeZoneOffset' => $m->timeZoneOffset,
                'multipliers' => array_map(fn($x) => [$x->kind, $x->value], $m->MeterMultipliers),
                'names' => names($m),
            ],
            $found->MeterConfig->Meter,
        ),
    ];
    $request = ["Get$noun" => ['Meter' => [named("M-$tag", 'MeterName')]]];
    return [
        'create' => $execute->call("Create$noun", 'create', ['Payload' => $payload]),
        'again' => $execute->call("Create$noun", 'create', ['Payload' => $payload]),
        'get' => $get->call("Get$noun", 'get', ['Request' => $request], $read),
    ] + faults($execute, "Create$noun", $get, $noun, $payload, $request);
}

function customers(): array
{
    global $tag;
    $noun = 'CustomerConfig';
    [$execute, $get] = [new Service("Execute$noun", $noun), new Service("Get$noun", $noun)];
    $payload = [
        $noun => [
            'Customer' => [
                [
                    'mRID' => "$tag-customer",
                    'kind' => 'residential',
                    'vip' => true,
                    'Organisation' => ['streetAddress' => ['townDetail' => ['code' => '08001', 'name' => 'Zürich']]],
                ] + named("C-$tag"),
            ],
        ],
    ];
    $town = fn($c) => $c->Organisation->streetAddress->townDetail;
    $read = fn(object $found) => [
        'objects' => array_map(
            fn($c) => [
                'mRID' => $c->mRID,
                'kind' => $c->kind,
                'vip' => $c->vip,
                'names' => names($c),
                'town' => [$town($c)->code, $town($c)->name],
            ],
            $found->CustomerConfig->Customer,
        ),
    ];
    $request = ["Get$noun" => ['Customer' => [['mRID' => "$tag-customer"]]]];
    return [
        'create' => $execute->call("Create$noun", 'create', ['Payload' => $payload]),
        'get' => $get->call("Get$noun", 'get', ['Request' => $request], $read),
    ] + faults($execute, "Create$noun", $get, $noun, $payload, $request);
}

$told = ['controls' => controls(), 'readings' => readings(), 'meters' => meters(), 'customers' => customers()];
echo json_encode($told + ['zipped' => Service::$zipped], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
