/** Takes the replies and events of the gateways, sometimes badly, and keeps what it has answered OK. */
import { createServer } from 'node:http';

/** @param trouble share of the messages that are taken but not answered, and as many that are refused */
export async function replyReceiver({ random, work, trouble = 0.03 }) {
  /** Correlation → MessageID → text, of all that was answered OK; and the correlations of which the last has come. */
  const taken = new Map();
  const finals = new Map();
  const changed = [];
  const freed = [];
  /** Correlation → number of the message and its meters, of all that were sent. */
  const begun = new Map();
  const isOver = (correlation) => {
    const its = begun.get(correlation);
    if (work.isOver === undefined || its === undefined) return finals.has(correlation);
    return work.isOver([...(taken.get(correlation)?.values() ?? [])], its.meters, its.number);
  };
  const keep = (text) => {
    const correlation = /CorrelationID>([^<]+)</.exec(text)?.[1];
    const message = /MessageID>([^<]+)</.exec(text)?.[1];
    const its = taken.get(correlation) ?? new Map();
    if (its.has(message) && its.get(message) !== text) changed.push(correlation);
    taken.set(correlation, its.set(message, text));
    if (work.isLast(text)) finals.set(correlation, (finals.get(correlation) ?? new Set()).add(message));
    if (isOver(correlation)) freed.push(correlation);
  };
  const server = createServer((incoming, outgoing) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('error', () => {});
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const what = random();
      if (what < trouble) return incoming.socket.destroy(); // taken, but the sender never knows
      if (what < 2 * trouble) return outgoing.writeHead(503).end();
      keep(text);
      const noun = 'EndDeviceEvents';
      outgoing
        .writeHead(200, { 'content-type': 'text/xml; charset=utf-8' })
        .end(
          `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:${noun}ResponseMessage xmlns:m="http://iec.ch/TC57/2011/${noun}Message" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header><h:Verb>reply</h:Verb><h:Noun>${noun}</h:Noun></m:Header><m:Reply><h:Result>OK</h:Result></m:Reply></m:${noun}ResponseMessage></s:Body></s:Envelope>`,
        );
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/cis`,
    taken,
    finals,
    changed,
    freed,
    begun,
    isOver,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
