import { expect, it } from "vitest";
import { languages } from "../src/language.ts";
import { scriptsOf } from "../vite/words.ts";

const bundled = `import{d as t}from"./language-x.js";const e=t({nb:{a:"Lagre",of:(n)=>\`\${n} av\`},nn:{a:"Lagre no",of:n=>n+" av"},en:{a:"Save",of:n=>n+" of"}}),
s=t({nb:{...e.nb,b:"og"},nn:{...e.nn,b:"og"},en:{...e.en,b:"and"}}),l={nb:"nb-NO",nn:"nb-NO",en:"en-GB"};export{s,e,l};
const later=()=>i(()=>import("./later-y.js"),m(["assets/later-y.js","assets/later-z.css"]));`;

it("leaves a script with the words of one language, said whichever is asked for", () => {
	const said = scriptsOf(bundled);
	const words = { nb: ["Lagre", "og"], nn: ["Lagre no", "og"], en: ["Save", "and"] };
	for (const language of languages) {
		const run = new Function("t", `${body(said[language])};return s`);
		const found: unknown = run((given: unknown) => given);
		for (const asked of languages) {
			const [a, b] = words[language];
			expect(found).toHaveProperty(asked, expect.objectContaining({ a, b }));
		}
	}
	expect(said.en).not.toMatch(/Lagre/);
	expect(said.nb).not.toMatch(/Save| of/);
});

it("leaves everything else as it is, and loads what comes later from the same folder", () => {
	const { nn } = scriptsOf(bundled);
	expect(nn).toContain(`l={nb:"nb-NO",nn:"nb-NO",en:"en-GB"}`);
	expect(nn).toContain(`import("./later-y.js"),m(["assets/nn/later-y.js","assets/later-z.css"])`);
	const plain = `f({nb:{a:1},nn:{a:2}});f({nb:1,nn:2,en:3});f({nb:{},nn:{},en:{}},1)`;
	expect(scriptsOf(plain)).toEqual({ nb: plain, nn: plain, en: plain });
});

/** Without what a function cannot hold. */
function body(script: string): string {
	return script
		.replace(/import\{.*?;/, "")
		.replace(/export\{.*?;/, "")
		.replace(/const later.*$/m, "");
}
