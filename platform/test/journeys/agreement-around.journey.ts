import { addDays, dayOf } from "../../src/day.ts";
import { journey } from "./journey.ts";

/**
 * What is done around an agreement: people who work across the border, what each side says it has led to, who has
 * agreements with whom, what is wanted, and a broker who brings parties together.
 */
journey(
	"agreement-around",
	async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
		const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
		const day = (ahead: number) => addDays(dayOf(new Date()), ahead);
		// The two runs share a database.
		const own = scripts ? "med script" : "uten script";
		const refused = () => page.locator(".ds-error-summary").waitFor();

		// A shared position that is vacant, then held, then evaluated.
		await signInAs("Bjørn Eggemoen");
		await open("/agreements");
		await press("Delte stillinger og utveksling");
		await look("people across the border");
		await press("Legg til");
		await press("Lagre");
		await refused();
		await look("a shared position refused");
		const position = `Førstelektor II i sykepleie ${own}`;
		await page.getByLabel("Slag").selectOption({ label: "Delt stilling" });
		await page.getByLabel(/^Hva/).fill(position);
		await page.getByLabel(/^Arbeider også i/).fill("Nord universitet");
		await page.getByLabel(/^Andel der den er ansatt/).fill("80");
		await page.getByLabel(/^Andel i den andre/).fill("30");
		await page.getByLabel(/^Fra/).fill(day(-200));
		await page.getByLabel(/^Til/).fill(day(-10));
		await press("Lagre");
		await says("Andelene kan til sammen ikke være mer enn 100 %.");
		await page.getByLabel(/^Andel i den andre/).fill("20");
		await press("Lagre");
		await says("Lagt til");
		await look("a shared position");
		await press(/^Endre/);
		await page.getByLabel(/^Person/).fill("Kari Nes");
		await press("Lagre");
		await says("Kari Nes");
		await page.getByLabel("Hva kom det ut av det?").fill("To emner er lagt om etter erfaringer fra tjenesten.");
		await press("Lagre evalueringen");
		await says("Evalueringen er lagret");
		await look("evaluated");

		// What the agreement has led to, as each side sees it.
		await open("/agreements");
		await press("Samarbeid om praksis og kompetanse");
		await press("Resultater");
		const results = page.url();
		await press(/^Svar for \d{4}/);
		const rate = async (verdict: string) => {
			const groups = await page.getByRole("group").all();
			for (const group of groups) {
				const choice = group.getByLabel(verdict);
				if ((await choice.count()) > 0) await choice.check();
			}
		};
		await rate("4");
		await page.getByLabel(/^Kommentar/).fill(`Flere søker jobb her (${own}).`);
		await press("Lagre svaret");
		await says("Svaret er lagret");
		await press("Lag lenke til Nord universitet");
		await says("Lenken er laget");
		const link = new URL((await page.locator(".copy-value").textContent()) ?? "").pathname;
		await open(link);
		await press("Si hva avtalen har ført til");
		await look("results by link");
		await rate("2");
		await page.getByLabel(/^Kommentar/).fill(`Veilederne bytter for ofte (${own}).`);
		await press("Lagre svaret");
		await says("Takk for svaret.");
		await open(results);
		await says(`Flere søker jobb her (${own}).`);
		await says(`Veilederne bytter for ofte (${own}).`);
		await look("both sides");

		// Who has agreements with whom, and what is weak.
		await open("/agreements");
		await press("Dekning");
		await page.getByLabel("Tema").selectOption({ label: "Praksisplasser" });
		await press(/^Søk$/);
		await says("Etter størrelse, sentralitet, avstand og sektor");
		await page.waitForURL(/theme=placements/);
		await look("coverage");
		await press("Se hva som bør styrkes i deres egne avtaler");
		await says("Egne avtaler som gjelder i dag");
		await look("what is weak");

		// A theme is wanted, with anybody.
		await open("/agreements/interests");
		await page.getByLabel("Tema").selectOption({ label: scripts ? "Innovasjon" : "Hospitering" });
		await page.getByLabel(/^Merknad/).fill("Vi har tid fra høsten.");
		await press("Legg til");
		await says("Ønsket er lagt til");
		await look("what is wanted");

		// A development centre brings two together, and owns nothing.
		await signInAs("Kirsten Voldsund");
		await open("/agreements");
		await press("Invitasjoner");
		await look("gaps of a region");
		await press("Inviter til en avtale");
		await press("Send invitasjonen");
		await refused();
		await page.getByLabel("Part 1").fill("Stjørdal");
		await page.getByLabel("Part 2").fill("Nord universitet");
		await page.getByLabel("Hospitering").check();
		await page.getByLabel(/^Melding/).fill(`Dere ønsker det samme (${own}).`);
		await look("inviting");
		await press("Send invitasjonen");
		await says(/^Invitasjonen er sendt til \d+/);
		const invitation = page.url();
		await look("invited");
		await signInAs("Bjørn Eggemoen");
		await open(new URL(invitation).pathname);
		await says(`Dere ønsker det samme (${own}).`);
		await page.getByLabel(/^Hva avtalen skal hete/).fill(`Hospitering i hjemmetjenesten ${own}`);
		await look("taking it up");
		await press("Ta saken og lag utkastet");
		await says("Utkastet er laget");
		const draft = new URL(page.url()).pathname;
		await signInAs("Kirsten Voldsund");
		await openMissing(draft);
	},
	{ timeout: 240_000 },
);
