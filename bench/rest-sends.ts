import http from "node:http";
import { randomUUID } from "node:crypto";

/** Everybody sends by REST, one message after the other on a connection kept open; messages per second. */
export async function restSends(
  url: string,
  people: { token: string }[],
  room: string,
  seconds: number,
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: people.length });
  const began = performance.now();
  const until = began + seconds * 1000;
  let count = 0;
  await Promise.all(
    people.map(async ({ token }) => {
      for (; performance.now() < until; count++) await post(url, agent, token, room);
    }),
  );
  agent.destroy();
  return count / ((performance.now() - began) / 1000);
}

function post(url: string, agent: http.Agent, token: string, room: string): Promise<void> {
  const body = JSON.stringify({ room, content: "The key is under the mat of the house.", client_id: randomUUID() });
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "content-length": body.length,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/api/chat/messages/`, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`A send was answered with ${answer.statusCode}.`));
      });
    });
    request.once("error", reject);
    request.end(body);
  });
}
