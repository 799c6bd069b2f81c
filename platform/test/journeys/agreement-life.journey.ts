import { expect } from "vitest";
import { addDays, dayOf } from "../../src/day.ts";
import {
	agreeToShow,
	allocate,
	approveByLink,
	deliver,
	holdMeeting,
	hostsWithoutAgreement,
	makeLink,
	signByLink,
	startArena,
} from "./agreement-life.steps.ts";
import { journey } from "./journey.ts";

const fields = [
	...["responsibility", "obligations", "payer", "arena", "meetingsAYear"],
	...["planName", "planDecision", "planFrom", "planUntil", "note"],
];

/**
 * Two municipalities, a regional council and a university negotiate, sign, plan a placement round under the agreement,
 * hold three meetings, see a commitment slip, decide, follow up and renew.
 */
journey(
	"agreement-life",
	async (visitor) => {
		const { page, scripts, open, signInAs, press, look } = visitor;
		const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
		const title = `Samarbeid om hjemmetjenester ${scripts ? "med" : "uten"} script`;
		// The two runs share a database: each has a municipality of its own to agree with.
		const neighbour = scripts ? "Levanger" : "Verdal";
		const day = (ahead: number) => addDays(dayOf(new Date()), ahead);
		const field = (label: RegExp) => page.getByLabel(label).and(page.locator("input, textarea")).first();
		const write = (label: RegExp, words: string) => field(label).fill(words);

		await signInAs("Ingrid Vollmo");
		const lacking = await hostsWithoutAgreement(visitor);
		expect(lacking.named).toContain(neighbour);

		// A draft that only its keeper sees, with templates for its themes.
		await signInAs("Bjørn Eggemoen");
		await press(/^Avtaler$/);
		await says("Samarbeid om praksis og kompetanse");
		await look("list");
		await press("Ny avtale");
		await write(/^Tittel/, title);
		await write(/^Formål/, "Flere skal kunne bo hjemme lenger.");
		await write(/^Part 1/, "Norges teknisk-naturvitenskapelige universitet");
		await write(/^Part 2/, neighbour);
		await write(/^Part 3/, "Værnesregionen");
		await page.getByLabel("Praksisplasser").check();
		await page.getByLabel("Veilederkompetanse").check();
		await write(/^Første dag/, day(-300));
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

		await press("Veiledere som fullfører opplæring");
		await write(/^Antall/, "20");
		await page.getByLabel("i hele perioden").check();
		await write(/^Første dag/, day(-300));
		await write(/^Siste dag/, day(60));
		await press("Lagre og lukk");
		await says("20 veiledere med opplæring i hele perioden");

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
		// It cannot approve the text as it stands, and says why: the keeper sees both.
		const why = "Tretti plasser er flere enn vi kan veilede.";
		await page.getByText("Kan dere ikke godkjenne den?").click();
		await press("Si nei til versjon 1");
		await page.locator(".ds-error-summary").waitFor();
		await look("declined without a reason");
		await write(/^Hvorfor ikke/, why);
		await press("Si nei til versjon 1");
		await says("Dere har sagt nei til teksten. De andre partene får beskjed.");
		await says(why);
		await look("declined");

		// The keeper writes in the theme while another does: what both wrote stands side by side, and nothing is lost.
		await signInAs("Bjørn Eggemoen");
		await open(`${here}/negotiation`);
		await says(why);
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

		// Those without an account approve by a link.
		await signInAs("Bjørn Eggemoen");
		for (const [party, name] of [
			[neighbour, "Randi Tømte"],
			["Værnesregionen", "Odd Skei"],
		] as const)
			await approveByLink(visitor, await makeLink(visitor, here, party), 2, name);
		await open(here);
		await press("Åpne for signering");
		await says("Avtalen er åpnet for signering.");

		// One signs on the page, the others by links that nobody needs an account for.
		await open(here);
		await press(/^Signer$/);
		await write(/^Stilling/, "Kommunalsjef");
		await look("sign");
		await press(/^Signer$/);
		await says("Avtalen er signert for dere.");
		const signers = [
			[neighbour, "Randi Tømte", "Kommunaldirektør"],
			["Værnesregionen", "Odd Skei", "Leder av regionrådet"],
			["Norges teknisk-naturvitenskapelige universitet", "Astrid Solbakk", "Dekan"],
		] as const;
		for (const [party, name, as] of signers) await signByLink(visitor, await makeLink(visitor, here, party), name, as);
		await look("signed by link");

		const pdf = await page.request.get(new URL(`${here}.pdf`, page.url()).href);
		expect(pdf.headers()["content-type"]).toBe("application/pdf");
		expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

		// The round is planned under it: one host fewer lacks an agreement with the university.
		await signInAs("Ingrid Vollmo");
		const left = await hostsWithoutAgreement(visitor);
		expect(left.hosts).toBe(lacking.hosts - 1);
		expect(left.named).not.toContain(neighbour);
		await look("round under the agreement");
		const allocated = await allocate(visitor);
		expect(allocated).toMatch(/[1-9]\d* har fått plass/);
		expect(allocated).not.toContain(`${neighbour} og Norges teknisk`);

		// A commitment slips; the parties meet, decide, follow up, and see that it is kept.
		await signInAs("Bjørn Eggemoen");
		const promised = "Veiledere som fullfører opplæring";
		const stands = (words: string) =>
			page
				.locator("section")
				.filter({ has: page.getByRole("heading", { name: promised }) })
				.getByText(words)
				.first()
				.waitFor();
		await deliver(visitor, here, promised, 5);
		await stands("Henger etter");
		await look("a commitment that slips");
		const arena = await startArena(visitor, here, `Utvalg for ${title}`);
		const heard = "Bare fem av tjue veiledere har fått opplæring.";
		const decision = `Holde opplæring for femten veiledere ${scripts ? "i høst" : "i vår"}`;
		await holdMeeting(visitor, arena, { until: "23:57", item: "Opplæring av veiledere", said: heard, decision });
		await holdMeeting(visitor, arena, { until: "23:58", item: "Hvordan det går", said: "Opplæringen er i gang." });
		await deliver(visitor, here, promised, 15);
		await stands("Holdt");
		await look("a commitment that is kept");
		await open("/arenas/decisions");
		await press(decision);
		await page.getByLabel("Gjort", { exact: true }).check();
		await page.getByLabel("Hva som er gjort").fill("Femten har fått opplæring");
		await press("Lagre");
		await says("Lagret.");
		await holdMeeting(visitor, arena, { until: "23:59", item: "Oppsummering", said: "Alle tjue har fått opplæring." });
		await open(arena);
		await says("1 av 1 beslutninger er gjort.");
		await look("arena after three meetings");

		// In force, and followed by another.
		await open(here);
		await says("Astrid Solbakk, Dekan");
		await look("in force");
		await press("Velg hvem som kan se avtalen");
		await page.getByLabel("Alle, også uten å logge inn").check();
		await look("whom it is shown to");
		await press("Lagre");
		await says("Forslaget er sendt til de andre partene.");
		// The others agree first: those without an account by a link.
		for (const party of [neighbour, "Værnesregionen"]) await agreeToShow(visitor, here, party);
		await signInAs("Vegard Dalsaune");
		await open(`${here}/publish`);
		await look("a proposal to show it");
		await press("Ja, vis den");
		await says("Alle er enige. Avtalen vises nå.");
		// Whoever has no account finds it, and who signed only by position.
		await open(`/published-agreements?q=${encodeURIComponent(title)}`);
		await press(title);
		await look("shown to everybody");
		const shown = await (await fetch(page.url())).text();
		expect(shown).toContain("Tretti flere plasser i hjemmetjenesten.");
		expect(shown).toContain("Leder av regionrådet");
		expect(shown).not.toContain("Odd Skei");
		await signInAs("Bjørn Eggemoen");
		await open(here);
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
	{ timeout: 600_000 },
);
