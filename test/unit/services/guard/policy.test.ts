/** The policy as a table: which role may do what, and how rules of one's own weigh against each other. */
import { builtInRoles } from '../../../../src/services/built-in-roles.js';
import { decide, mayEverDisconnect, type PolicyRule, type Wish } from '../../../../src/services/policy.js';

const wish = (roles: readonly string[], verb: string, noun: string, controlType?: string): Wish => ({
  principal: 'someone',
  roles,
  verb,
  noun,
  ...(controlType !== undefined && { controlType }),
});
const disconnect = '3.31.0.23';

describe('the built-in roles', () => {
  const may: readonly (readonly [role: string, verb: string, noun: string, allowed: boolean, controlType?: string])[] =
    [
      ['VIEWER', 'get', 'MeterReadings', true],
      ['VIEWER', 'get', 'CustomerConfig', true],
      ['VIEWER', 'get', 'Contract', true],
      ['VIEWER', 'create', 'MeterConfig', false],
      ['VIEWER', 'create', 'EndDeviceControls', false, '3.31.0.18'],
      ['VIEWER', 'get', 'API/endpoints', false],
      ['VIEWER', 'get', 'API/audit', false],
      ['OPERATOR', 'create', 'EndDeviceControls', true, '3.31.0.18'],
      ['OPERATOR', 'create', 'EndDeviceControls', true, '3.15.0.54'],
      ['OPERATOR', 'create', 'EndDeviceControls', false, disconnect],
      ['OPERATOR', 'create', 'EndDeviceControls', false, '10.31.0.23'],
      ['OPERATOR', 'create', 'EndDeviceControls', false, '3.31.26.23'],
      ['OPERATOR', 'create', 'MeterServiceRequests', false, disconnect],
      ['OPERATOR', 'create', 'MeterServiceRequests', true],
      ['OPERATOR', 'cancel', 'EndDeviceControls', true],
      ['OPERATOR', 'create', 'MeterConfig', false],
      ['OPERATOR', 'change', 'API/disconnects', true],
      ['OPERATOR', 'delete', 'API/disconnects', false],
      ['OPERATOR', 'change', 'API/disconnect-limits', false],
      ['DISCONNECT', 'create', 'EndDeviceControls', true, disconnect],
      ['DISCONNECT', 'create', 'EndDeviceControls', false, '3.31.0.18'],
      ['DISCONNECT', 'create', 'MeterServiceRequests', true, disconnect],
      ['DISCONNECT', 'change', 'API/disconnect-limits', false],
      ['ENGINEER', 'create', 'MeterConfig', true],
      ['ENGINEER', 'change', 'MasterDataLinkageConfig', true],
      ['ENGINEER', 'delete', 'UsagePointGroups', true],
      ['ENGINEER', 'create', 'EndDeviceControls', false, '3.31.0.18'],
      ['ENGINEER', 'change', 'API/endpoints', false],
      ['INSTALLER', 'create', 'MeterConfig', true],
      ['INSTALLER', 'create', 'CustomerConfig', false],
      ['INSTALLER', 'create', 'MeterServiceRequests', false, disconnect],
      ['HEADEND', 'created', 'MeterReadings', true],
      ['HEADEND', 'reply', 'EndDeviceControls', true],
      ['HEADEND', 'get', 'CustomerConfig', false],
      ['HEADEND', 'create', 'EndDeviceControls', false, disconnect],
      ['SECADM', 'change', 'API/endpoints', true],
      ['SECADM', 'change', 'API/disconnect-limits', true],
      ['SECADM', 'change', 'API/held-disconnects', true],
      ['SECADM', 'create', 'EndDeviceControls', false, disconnect],
      ['SECADM', 'get', 'MeterReadings', false],
      ['SECAUD', 'get', 'API/audit', true],
      ['SECAUD', 'change', 'API/disconnects', false],
      ['SECAUD', 'get', 'MeterReadings', false],
      ['RBACMNT', 'get', 'API/policy', true],
      ['RBACMNT', 'get', 'API/audit', false],
      ['NOBODY', 'get', 'MeterReadings', false],
    ];
  test.each(may.map(([role, verb, noun, allowed, controlType]) => ({ role, verb, noun, allowed, controlType })))(
    '$role may $verb $noun $controlType: $allowed',
    ({ role, verb, noun, allowed, controlType }) => {
      const { decision } = decide(builtInRoles, wish([role], verb, noun, controlType));
      expect(decision).toBe(allowed ? 'allowed' : 'denied');
    },
  );

  test('whoever has not shown who he is may do nothing', () => {
    for (const [, verb, noun, , controlType] of may)
      expect(decide(builtInRoles, { ...wish([], verb, noun, controlType), principal: 'anonymous' }).decision).toBe(
        'denied',
      );
  });

  test('no role may both disconnect and set the limits of it', () => {
    const roles = [...new Set(builtInRoles.flatMap((rule) => rule.roles ?? []))];
    for (const role of roles) {
      const both = [
        decide(builtInRoles, wish([role], 'create', 'EndDeviceControls', disconnect)).decision,
        decide(builtInRoles, wish([role], 'change', 'API/disconnect-limits')).decision,
      ];
      expect(both).not.toEqual(['allowed', 'allowed']);
    }
  });
});

describe('rules of one’s own', () => {
  const rule = (more: Partial<PolicyRule>): PolicyRule => ({ name: 'a rule', effect: 'allow', roles: ['R'], ...more });

  test.each<[string, Partial<PolicyRule>, Partial<Wish>, boolean]>([
    ['a principal by name', { roles: undefined, principals: ['someone'] }, {}, true],
    ['another principal', { roles: undefined, principals: ['other'] }, {}, false],
    ['a noun by its ending', { nouns: ['*Config'] }, { noun: 'MeterConfig' }, true],
    ['a noun by its beginning', { nouns: ['Meter*'] }, { noun: 'MeterReadings' }, true],
    ['a noun that does not fit', { nouns: ['Meter*'] }, { noun: 'UsagePointConfig' }, false],
    ['all nouns, but not the API', { nouns: ['*'] }, { noun: 'API/endpoints' }, false],
    ['the API by its beginning', { nouns: ['API/*'] }, { noun: 'API/endpoints' }, true],
    ['the Source that is named', { sources: ['CIS'] }, { source: 'CIS' }, true],
    ['another Source', { sources: ['CIS'] }, { source: 'OMS' }, false],
    ['no Source', { sources: ['CIS'] }, {}, false],
    ['a control type by mask', { controlTypes: ['*.31.*.*'] }, { controlType: '3.31.0.18' }, true],
    [
      'a disconnect under a mask that does not name it',
      { controlTypes: ['*.31.*.*'] },
      { controlType: disconnect },
      false,
    ],
    ['a disconnect under a mask of asterisks', { controlTypes: ['*.*.*.*'] }, { controlType: disconnect }, false],
    ['a disconnect of no control types', {}, { controlType: disconnect }, false],
    ['a disconnect that is named', { controlTypes: ['*.31.0.23'] }, { controlType: disconnect }, true],
    ['a malformed type', { controlTypes: ['*.31.0.23'] }, { controlType: '3.31.0' }, false],
  ])('%s', (_, given, asked, allowed) => {
    const own: Wish = { ...wish(['R'], 'get', 'MeterReadings'), ...asked };
    expect(decide([rule(given)], own).decision).toBe(allowed ? 'allowed' : 'denied');
  });

  test('one that denies outweighs those that allow, a disconnect needs no naming for that', () => {
    const rules = [
      rule({ controlTypes: ['*.31.0.23'] }),
      rule({ name: 'not by night', effect: 'deny', roles: undefined, principals: ['someone'] }),
    ];
    expect(decide(rules, wish(['R'], 'create', 'EndDeviceControls', disconnect))).toEqual({
      decision: 'denied',
      rule: 'not by night',
    });
  });

  test('what depends on groups is open until the groups of the device are known', () => {
    const north = rule({ nouns: ['EndDeviceControls'], groups: ['North'] });
    const not = rule({ name: 'no hospitals', effect: 'deny', groups: ['Hospitals'], nouns: ['EndDeviceControls'] });
    const asked = wish(['R'], 'create', 'EndDeviceControls', '3.31.0.18');
    expect(decide([north], asked)).toEqual({ decision: 'depends', groups: ['North'] });
    expect(decide([north], asked, new Set(['North'])).decision).toBe('allowed');
    expect(decide([north], asked, new Set(['South'])).decision).toBe('denied');
    expect(decide([rule({}), not], asked).decision).toBe('depends');
    expect(decide([rule({}), not], asked, new Set(['Hospitals'])).decision).toBe('denied');
    expect(decide([rule({}), not], asked, new Set()).decision).toBe('allowed');
  });
});

const theirs = { nouns: ['EndDeviceControls'], controlTypes: ['*.31.0.23'] };
test.each<
  [string, boolean, readonly Omit<PolicyRule, 'name' | 'effect'>[], readonly Omit<PolicyRule, 'name' | 'effect'>[]]
>([
  ['by no rule', false, [], []],
  ['by a rule for disconnects', true, [{ ...theirs, principals: ['ada'] }], []],
  ['by a role', true, [{ ...theirs, roles: ['R'] }], []],
  ['by a rule for somebody else', false, [{ ...theirs, principals: ['bob'] }], []],
  [
    'by a rule for other controls',
    false,
    [{ ...theirs, controlTypes: ['*.31.0.18', '*.*.*.*'], principals: ['ada'] }],
    [],
  ],
  ['by one that only cancels', false, [{ ...theirs, verbs: ['cancel'], principals: ['ada'] }], []],
  ['in a group', true, [{ ...theirs, principals: ['ada'], groups: ['North'] }], []],
  ['from one Source', true, [{ ...theirs, principals: ['ada'], sources: ['OMS'] }], []],
  ['of gas meters', true, [{ ...theirs, principals: ['ada'], controlTypes: ['7.31.0.23'] }], []],
  ['by service requests', true, [{ ...theirs, principals: ['ada'], nouns: ['MeterServiceRequests'] }], []],
  ['by a rule, but another denies it', false, [{ ...theirs, principals: ['ada'] }], [{ principals: ['ada'] }]],
  [
    'from one Source, and another Source is denied',
    true,
    [{ ...theirs, principals: ['ada'], sources: ['OMS'] }],
    [{ sources: ['PORTAL'] }],
  ],
])('somebody may disconnect something %s: %s', (_, may, allowing, denying) => {
  const rules = [
    ...allowing.map((rule): PolicyRule => ({ ...rule, name: 'a', effect: 'allow' })),
    ...denying.map((rule): PolicyRule => ({ ...rule, name: 'd', effect: 'deny' })),
  ];
  expect(mayEverDisconnect(rules, { principal: 'ada', roles: ['R'] })).toBe(may);
});
