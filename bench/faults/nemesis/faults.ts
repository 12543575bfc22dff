import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../random";
import type { World } from "../world/world";
import type { Prober } from "./probe";

export type Stage = { world: World; random: Random; prober: Prober };

export type Fault = {
  /** Faults of the same part never come together. */
  part: "server" | "database" | "redis" | "network";
  what: string;
  /** Breaks something, waits, mends it. */
  run(stage: Stage): Promise<void>;
};

const serverKill: Fault = {
  part: "server",
  what: "kill -9 of a server process, started again",
  async run({ world, random }) {
    const node = random.pick(world.nodes);
    await node.kill();
    await wait(random.between(0, 800));
    await node.start();
  },
};

const serverStop: Fault = {
  part: "server",
  what: "SIGTERM to a server process, started again",
  async run({ world, random }) {
    const node = random.pick(world.nodes);
    await node.terminate();
    await node.start();
  },
};

const serverHang: Fault = {
  part: "server",
  what: "a server process stands still for a while (SIGSTOP)",
  async run({ world, random }) {
    const node = random.pick(world.nodes);
    node.hang();
    await wait(random.between(500, 4000));
    node.wake();
  },
};

const lastWords: Fault = {
  part: "server",
  what: "kill -9 of a server process at the moment of an acknowledgement, with Redis away",
  async run({ world, random, prober }) {
    const node = random.pick(world.nodes);
    await world.hints?.kill();
    const id = await prober.send(node.url);
    await node.kill();
    // The others find it without being told. Where there are no others, it has to be started first.
    if (world.nodes.length > 1) await prober.follow(["last-words (meanwhile)"], id, Date.now());
    await Promise.all([node.start(), world.hints?.restart()]);
    if (world.nodes.length === 1) await prober.follow(["last-words (afterwards)"], id, Date.now());
  },
};

const postgresKill: Fault = {
  part: "database",
  what: "kill -9 of PostgreSQL, started again by its launcher",
  async run({ world, random }) {
    await world.database.killFor(random.between(0, 1500));
  },
};

const postgresHang: Fault = {
  part: "database",
  what: "PostgreSQL stands still for a while (SIGSTOP)",
  async run({ world, random }) {
    world.database.hang();
    await wait(random.between(500, 5000));
    world.database.wake();
  },
};

const postgresCut: Fault = {
  part: "database",
  what: "the connections to PostgreSQL are cut, several times",
  async run({ world, random }) {
    for (let times = random.between(1, 4); times > 0; times--) {
      world.database.network.cut();
      await wait(random.between(50, 300));
    }
  },
};

const postgresDeaf: Fault = {
  part: "database",
  what: "PostgreSQL's answers are lost, then its connections are cut: it did what nobody knows of",
  async run({ world, random }) {
    for (let times = random.between(1, 3); times > 0; times--) {
      world.database.network.hold("answers");
      await wait(random.between(100, 400));
      world.database.network.cut();
      world.database.network.release();
      await wait(random.between(100, 500));
    }
  },
};

const postgresPause: Fault = {
  part: "database",
  what: "nothing passes between the server processes and PostgreSQL for a while",
  async run({ world, random }) {
    world.database.network.hold("all");
    await wait(random.between(500, 6000));
    world.database.network.release();
  },
};

const postgresSlow: Fault = {
  part: "database",
  what: "everything between the server processes and PostgreSQL takes its time",
  async run({ world, random }) {
    world.database.network.slow(random.between(5, 60));
    await wait(random.between(1000, 3000));
    world.database.network.slow(0);
  },
};

const redisKill: Fault = {
  part: "redis",
  what: "kill -9 of Redis, started again; heard within 5 s without it",
  async run({ world, random, prober }) {
    await world.hints?.kill();
    await prober.probe(["redis-kill (meanwhile)"]);
    await wait(random.between(0, 1500));
    await world.hints?.restart();
  },
};

const redisHang: Fault = {
  part: "redis",
  what: "Redis stands still for a while; heard within 5 s without it",
  async run({ world, random, prober }) {
    world.hints?.hang();
    await prober.probe(["redis-hang (meanwhile)"]);
    await wait(random.between(0, 2000));
    world.hints?.wake();
  },
};

const redisCut: Fault = {
  part: "redis",
  what: "the connections to Redis are cut, several times",
  async run({ world, random }) {
    for (let times = random.between(1, 4); times > 0; times--) {
      world.hints?.network.cut();
      await wait(random.between(100, 600));
    }
  },
};

const clientsCut: Fault = {
  part: "network",
  what: "connections of clients are cut, all or some",
  async run({ world, random }) {
    const share = random.pick([1, 0.5, 0.5]);
    for (let times = random.between(1, 3); times > 0; times--) {
      world.network.cut(() => random.chance(share));
      await wait(random.between(50, 700));
    }
  },
};

const clientsPause: Fault = {
  part: "network",
  what: "nothing passes between clients and servers for a while, or no answer",
  async run({ world, random }) {
    world.network.hold(random.pick(["all", "answers"]));
    await wait(random.between(300, 3000));
    if (random.chance(0.3)) world.network.cut();
    world.network.release();
  },
};

const clientsSlow: Fault = {
  part: "network",
  what: "everything between clients and servers takes its time",
  async run({ world, random }) {
    world.network.slow(random.between(50, 300));
    await wait(random.between(1000, 3000));
    world.network.slow(0);
  },
};

export const faults = {
  "server-kill": serverKill,
  "server-stop": serverStop,
  "server-hang": serverHang,
  "last-words": lastWords,
  "postgres-kill": postgresKill,
  "postgres-hang": postgresHang,
  "postgres-cut": postgresCut,
  "postgres-deaf": postgresDeaf,
  "postgres-pause": postgresPause,
  "postgres-slow": postgresSlow,
  "redis-kill": redisKill,
  "redis-hang": redisHang,
  "redis-cut": redisCut,
  "clients-cut": clientsCut,
  "clients-pause": clientsPause,
  "clients-slow": clientsSlow,
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as FaultName[];
