import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { problemForm, resultForm } from "./form.ts";

/** Writes the JSON Schemas of the two forms beside this package's README. */
export const schemas = {
	"problem.schema.json": `${JSON.stringify(z.toJSONSchema(problemForm), null, "\t")}\n`,
	"result.schema.json": `${JSON.stringify(z.toJSONSchema(resultForm), null, "\t")}\n`,
} as const;

if (process.argv[2] === "write")
	for (const [name, text] of Object.entries(schemas)) writeFileSync(join(import.meta.dirname, "..", name), text);
