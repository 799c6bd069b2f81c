import { expect } from "vitest";
import { journey } from "./journey.ts";

const fields = [
	...["responsibility", "obligations", "payer", "arena", "meetingsAYear"],
	...["planName", "planDecision", "planFrom", "planUntil", "note"],
];

journey(
	"agreement-life",
	async ({ page, scripts, open, signInAs, press, look }) => {
		const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
		const title = `Samarbeid om hjemmetjenester ${scripts ? "med" : "uten"} script`;
		const today = new Date().toISOString().slice(0, 10);
		const field = (label: RegExp) => page.getByLabel(label).and(page.locator("input, textarea")).first();
		const write = (label: RegExp, words: string) => field(label).fill(words);

		// A draft that only its keeper sees, with templates for its themes.
		await signInAs("Bjørn Eggemoen");
		await press(/^Avtaler$/);
		await says("Samarbeid om praksis og kompetanse");
		await look("list");
		await press("Ny avtale");
		await write(/^Tittel/, title);
		await write(/^Formål/, "Flere skal kunne bo hjemme lenger.");
		await write(/^Part 1/, "Norges teknisk-naturvitenskapelige universitet");
		await page.getByLabel("Praksisplasser").check();
		await write(/^Første dag/, today);
		await press("Opprett utkast");
		await says("Utkastet er opprettet.");
		const here = new URL(page.url()).pathname;
		await look("draft");

		// Text saves itself a moment after the last word; without script, by its button.
		await press("Endre Praksisplasser");
		const theme = new URL(page.url()).pathname;
		await write(/^Mål/, "Tjue flere plasser i hjemmetjenesten.");
		if (scripts) await says(/Lagret kl\. \d/);
		await look("theme");
		await press("Lagre og lukk");
		await says("Teksten er lagret.");
		await press("Praksisplasser til avtalte studier");
		await write(/^Antall/, "25");
		await press("Lagre og lukk");
		await says("25 praksisplasser i året");

		await press(/^Legg fram$/);
		await write(/^Melding/, "Se særlig på antall plasser.");
		await look("put forward");
		await press(/^Legg fram$/);
		await says("Teksten er lagt fram.");

		// The other party comments.
		await signInAs("Vegard Dalsaune");
		await open("/agreements");
		await press(title);
		await press("Svar på teksten");
		await write(/^Kommentar/, "Kan vi si tretti?");
		await press(/^Kommenter$/);
		await says("Kommentaren er lagt til.");
		await look("negotiation");

		// The keeper writes in the theme while another does: what both wrote stands side by side, and nothing is lost.
		await signInAs("Bjørn Eggemoen");
		await open(`${here}/negotiation`);
		await press(/^Avklart/);
		await says("Kommentaren er avklart.");
		await open(theme);
		const said = (name: string) => page.locator(`[name="${name}"]`).first().inputValue();
		const other: Record<string, string> = { goal: "Tretti plasser, skrev den andre.", autosave: "on" };
		for (const name of [...fields, "version", "base"]) other[name] = await said(name);
		const { origin } = new URL(page.url());
		const saved = await page.request.post(page.url(), { form: other, headers: { Origin: origin } });
		expect(saved.status()).toBe(200);
		await write(/^Mål/, "Tretti flere plasser i hjemmetjenesten.");
		if (!scripts) await press("Lagre og lukk");
		await says("En annen har skrevet det samme stedet samtidig");
		await says("Tretti plasser, skrev den andre.");
		expect(await field(/^Mål/).inputValue()).toBe("Tretti flere plasser i hjemmetjenesten.");
		await look("side by side");
		await press("Lagre min tekst");
		await says("Teksten er lagret.");

		await press("Legg fram endringene");
		await press(/^Legg fram$/);
		await says("Teksten er lagt fram.");
		await open(`${here}/negotiation`);
		await press("Sammenlign med versjon 1");
		expect(await page.locator("ins.marked").first().textContent()).toContain("Tretti");
		await look("compared");

		await signInAs("Vegard Dalsaune");
		await open(`${here}/negotiation`);
		await press("Godkjenn versjon 2");
		await says("Teksten er godkjent.");
		await press("Åpne for signering");
		await says("Avtalen er åpnet for signering.");

		// One signs on the page, the other by a link that nobody needs an account for.
		await signInAs("Bjørn Eggemoen");
		await open(here);
		await press(/^Signer$/);
		await write(/^Stilling/, "Kommunalsjef");
		await look("sign");
		await press(/^Signer$/);
		await says("Avtalen er signert for dere.");
		await open(`${here}/negotiation`);
		await press(/^Lag lenke til Norges/);
		await says("Lenken er laget");
		const link = (await page.locator(".copy-value").textContent()) ?? "";
		await look("link made");
		await open(new URL(link).pathname);
		await press(/Les avtalen og signer/);
		await write(/^Ditt navn/, "Astrid Solbakk");
		await write(/^Stilling/, "Dekan");
		await look("sign by link");
		await press(/^Signer$/);
		await says("Takk. Signaturen er registrert.");
		await look("signed by link");

		const pdf = await page.request.get(new URL(`${here}.pdf`, page.url()).href);
		expect(pdf.headers()["content-type"]).toBe("application/pdf");
		expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

		// In force, and followed by another.
		await open(here);
		await says("Astrid Solbakk, Dekan");
		await look("in force");
		await press("Historikk");
		await says("Alle har signert");
		await look("history");
		await open(here);
		await press("Forny eller endre");
		await press("Lag utkast");
		await says("Utkastet er laget.");
		await says(/^Følger etter/);
		await look("renewed");
	},
	{ timeout: 240_000 },
);
