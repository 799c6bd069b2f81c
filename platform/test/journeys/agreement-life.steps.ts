import { addDays, dayOf } from "../../src/day.ts";
import type { Visitor } from "./journey.ts";

const says = ({ page }: Visitor, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Makes a link for a party without an account, on the page where the agreement is negotiated; gives its path. */
export async function makeLink(visitor: Visitor, agreement: string, party: string): Promise<string> {
	const { page, open, press } = visitor;
	await open(`${agreement}/negotiation`);
	await press(`Lag lenke til ${party}`);
	await says(visitor, "Lenken er laget");
	return new URL((await page.locator(".copy-value").textContent()) ?? "").pathname;
}

/** A party without an account approves a version by its link. */
export async function approveByLink(visitor: Visitor, link: string, version: number, name: string): Promise<void> {
	const { page, open, press } = visitor;
	await open(link);
	await press(/Les avtaleteksten og svar/);
	await page.getByLabel("Ditt navn").first().fill(name);
	await press(`Godkjenn versjon ${version}`);
	await says(visitor, "Takk. Teksten er godkjent.");
}

/** A party without an account agrees by a link to show an agreement to others. */
export async function agreeToShow(visitor: Visitor, agreement: string, party: string): Promise<void> {
	const { page, open, press } = visitor;
	await open(`${agreement}/publish`);
	await press(`Lag lenke til ${party}`);
	await says(visitor, "Lenken er laget");
	await open(new URL((await page.locator(".copy-value").textContent()) ?? "").pathname);
	await press("Si ja eller nei");
	await press("Ja, vis den");
	await says(visitor, "Takk for svaret.");
}

/** A party without an account signs by its link. */
export async function signByLink(visitor: Visitor, link: string, name: string, as: string): Promise<void> {
	const { page, open, press, look } = visitor;
	await open(link);
	await press(/Les avtalen og signer/);
	await page.getByLabel(/^Ditt navn/).fill(name);
	await page.getByLabel(/^Stilling/).fill(as);
	await look("sign by link");
	await press(/^Signer$/);
	await says(visitor, "Takk. Signaturen er registrert.");
}

/** An arena for the parties to an agreement, with one seat that is held; gives its path. */
export async function startArena(visitor: Visitor, agreement: string, name: string): Promise<string> {
	const { page, open, press } = visitor;
	await open(`/arenas/new?agreement=${agreement.split("/").at(-1)}`);
	await page.getByLabel("Hva arenaen heter").fill(name);
	await page.getByLabel("Nivå").selectOption({ label: "Sektor eller fakultet" });
	await page.getByLabel("Organisasjon 1").fill("Norges teknisk-naturvitenskapelige universitet");
	await press("Start arenaen");
	await says(visitor, "Arenaen er startet. Legg til medlemmene.");
	const arena = new URL(page.url()).pathname;
	await open(`${arena}/seats/new`);
	await page.getByLabel("Rolle", { exact: true }).fill("Kommunalsjef");
	await page.getByLabel("Taler for").selectOption({ label: "Toppleder" });
	await page.getByLabel("Hvem det er nå").fill("Bjørn Eggemoen");
	await press("Lagre");
	return arena;
}

/** A meeting of today with one item, called, attended, written and approved; where something is decided, who does it and by when. */
export async function holdMeeting(
	visitor: Visitor,
	arena: string,
	meeting: { readonly until: string; readonly item: string; readonly said: string; readonly decision?: string },
): Promise<void> {
	const { page, open, press } = visitor;
	const day = (ahead: number) => addDays(dayOf(new Date()), ahead);
	await open(arena);
	await press("Planlegg møte");
	await page.getByLabel("Dag").fill(day(0));
	await page.getByLabel("Fra kl.").fill("00:01");
	await page.getByLabel("Til kl.").fill(meeting.until);
	await page.getByLabel("Sted").fill("Rådhuset");
	await press("Planlegg møte");
	await says(visitor, "1 møte er planlagt");
	const here = new URL(page.url()).pathname;
	await press("Legg til sak");
	await page.getByLabel("Sak", { exact: true }).fill(meeting.item);
	await press("Lagre");
	await press("Kall inn");
	await open(here);
	await press("Skriv hvem som møtte");
	await page.getByLabel("Oppmøte").selectOption({ label: "Møtte" });
	await press("Lagre");
	await press(/^Skriv referat/);
	await page.getByLabel("Hva som ble sagt").fill(meeting.said);
	await press("Lagre");
	if (meeting.decision !== undefined) {
		await press(/^Skriv referat/);
		await page.getByLabel("Beslutning", { exact: true }).fill(meeting.decision);
		await page.getByLabel("Ansvarlig", { exact: true }).selectOption({ label: "Bjørn Eggemoen, Kommunalsjef" });
		await page.getByLabel("Frist").fill(day(30));
		await press("Legg til beslutning");
		await says(visitor, "Beslutningen er lagt til.");
	}
	await open(here);
	await press("Godkjenn referatet");
	await says(visitor, "Referatet er godkjent.");
}

/** Writes down what was delivered on a commitment. */
export async function deliver(visitor: Visitor, agreement: string, what: string, amount: number): Promise<void> {
	const { page, open, press } = visitor;
	await open(`${agreement}/delivered`);
	await press(`Skriv ned noe levert: ${what}`);
	await page.getByLabel(/^Dag/).fill(dayOf(new Date()));
	await page.getByLabel(/^Antall/).fill(String(amount));
	await press("Skriv ned");
	await says(visitor, "Skrevet ned");
}

/** The hosts of the round of social work that lack an agreement with the institution, as its control counts and names them. */
export async function hostsWithoutAgreement({
	page,
	open,
	press,
}: Visitor): Promise<{ readonly hosts: number; readonly named: readonly string[] }> {
	await open("/placement/rounds");
	await press("Vernepleie og sosialt arbeid");
	const line = page.getByRole("listitem").filter({ hasText: /plasser hos \d+ praksisvert(er)? mangler avtale/ });
	const said = await line.first().textContent();
	await line.locator("summary", { hasText: "Hvem det gjelder, og hvorfor" }).click();
	const pairs = line.getByRole("listitem");
	await pairs.first().waitFor();
	return {
		hosts: Number(/hos (\d+) praksisvert(?:er)? mangler avtale/.exec(said ?? "")?.[1]),
		named: (await pairs.allTextContents()).map((pair) => pair.split(" og Norges teknisk")[0] ?? ""),
	};
}

/** Runs the round on whose page one stands, and gives what the result says. */
export async function allocate(visitor: Visitor): Promise<string> {
	const { page, open, press, look } = visitor;
	await open(`${new URL(page.url()).pathname}/runs`);
	await press("Beregn fordelingen");
	await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/, { timeout: 60_000 });
	await says(visitor, /^(Det finnes ingen bedre plan etter disse reglene|Planen holder alle reglene)/);
	await look("allocated under the agreement");
	return (await page.locator("main").textContent()) ?? "";
}
