import 'reflect-metadata';
import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Fact, type Recorded } from '../../src/platform/events/event.js';
import { Handlers } from '../../src/platform/events/handlers.js';
import { On } from '../../src/platform/events/on.js';

@Fact('lamp.lit')
class LampLit {
  constructor(readonly lampId: string) {}
}

class LampForgotten {
  constructor(readonly lampId: string) {}
}

describe('start-up', () => {
  it('finds every handler of an event', async () => {
    const handlers = await start(reactionsTo(LampLit, 'Watcher'), reactionsTo(LampLit, 'Painter'));
    expect(handlers.wanting(LampLit).map(({ name }) => name)).toEqual(['Watcher.react', 'Painter.react']);
  });

  it('fails on two handlers of one name, for the outbox could not tell them apart', async () => {
    const twice = start(reactionsTo(LampLit, 'Watcher'), reactionsTo(LampLit, 'Watcher'));
    await expect(twice).rejects.toThrow('Two handlers are called Watcher.react.');
  });

  it('fails on a handler of something that is not declared as an event', async () => {
    const undeclared = start(reactionsTo(LampForgotten, 'Watcher'));
    await expect(undeclared).rejects.toThrow("LampForgotten is not declared: add @Fact('…') to it.");
  });

  it('fails on two events of one type', () => {
    expect(() => Fact('lamp.lit')(LampForgotten)).toThrow('Two events are called "lamp.lit"');
  });
});

async function start(...reactions: Type[]): Promise<Handlers> {
  const module = Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [Handlers, ...reactions],
  });
  return (await (await module.compile()).init()).get(Handlers);
}

function reactionsTo(fact: Type, name: string): Type {
  @Injectable()
  class Reactions {
    @On(fact)
    react(_events: Recorded<never>[]): Promise<void> {
      return Promise.resolve();
    }
  }
  Object.defineProperty(Reactions, 'name', { value: name });
  return Reactions;
}
