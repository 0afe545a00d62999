// The library in its worker: one request at a time, each with an end.
const longest = 20;   // seconds for a request; a large report takes one

const decoder = new TextDecoder();

function bytesOf(id) {
  return Uint8Array.from(atob(document.getElementById(id).textContent), c => c.charCodeAt(0));
}

// Why a request has no answer: "slow", or "fault" with what the worker said.
class Failure extends Error {
  constructor(kind, detail = "") {
    super(detail);
    this.kind = kind;
  }
}

const engine = {
  // What the requests are called in the worker: a test sets another name.
  names: {},
  source: null, worker: null, count: 0, last: Promise.resolve(),

  start() {
    this.source = this.source || URL.createObjectURL(new Blob([bytesOf("worker")], {type: "text/javascript"}));
    this.worker = new Worker(this.source);
    return this.send({wasm: bytesOf("wasm"), modules: bytesOf("modules")});
  },

  send(data) {
    const {worker} = this;
    const number = ++this.count;
    return new Promise((resolve, reject) => {
      const clock = setTimeout(() => reject(new Failure("slow")), longest * 1000);
      worker.onmessage = ({data: answer}) => {
        if (answer.number !== number) return;
        clearTimeout(clock);
        if (answer.fault) reject(new Failure("fault", answer.fault));
        else resolve(answer.results);
      };
      worker.onerror = event => {
        clearTimeout(clock);
        reject(new Failure("fault", event.message));
      };
      worker.postMessage({...data, number});
    });
  },

  // What a function of page/browser.lua gives, as bytes; a worker that failed is replaced.
  async run(name, texts) {
    try {
      if (!this.worker) await this.start();
      return await this.send({name: this.names[name] || name, texts});
    } catch (failure) {
      if (this.worker) this.worker.terminate();
      this.worker = null;
      throw failure;
    }
  },

  ask(name, ...texts) {
    const answer = this.last.then(() => this.run(name, texts));
    this.last = answer.catch(() => {});
    return answer;
  },

  async askTexts(name, ...texts) {
    return (await this.ask(name, ...texts)).map(bytes => decoder.decode(bytes));
  },
};
