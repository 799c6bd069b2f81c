// Loaded into a running product with `node --import`: writes every statement it sends to PostgreSQL, one JSON line each,
// to the file BENCH_RECORD names. Plain JavaScript, because it is loaded before anything else is.
import { appendFileSync } from "node:fs";
import pg from "pg";

const file = process.env.BENCH_RECORD;
const { query } = pg.Client.prototype;
if (file)
	pg.Client.prototype.query = function (config, values, ...rest) {
		const text = typeof config === "string" ? config : config?.text;
		const given = Array.isArray(values) ? values : (config?.values ?? []);
		if (typeof text === "string") {
			const line = { connection: this.processID, name: config?.name, text, values: given.map(plain) };
			appendFileSync(file, `${JSON.stringify(line)}\n`);
		}
		return query.call(this, config, values, ...rest);
	};

/** A parameter as text PostgreSQL reads the same way. */
function plain(value) {
	return Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value;
}
