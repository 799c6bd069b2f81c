import { expect } from "vitest";
import { journey } from "./journey.ts";

/**
 * The main job on the demo region: a coordinator looks at what a round would meet, runs it, compares with another rule,
 * reads why, moves somebody by hand, publishes; a site and a student answer. Each run of the journey has a round of its own.
 */
journey(
	"placement-round",
	async ({ page, scripts, open, signInAs, press, look }) => {
		const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
		/** Without script the page of a job refreshes itself until it leads on. */
		const followed = (path: RegExp) => page.waitForURL(path, { timeout: 60_000 });

		/** What a thread is still working out comes by itself with script; without, the page has a link to look again. */
		const workedOut = async () => {
			while (!scripts && (await page.getByRole("link", { name: "Se om svaret er klart" }).count()) > 0)
				await page.reload();
		};

		await signInAs("Ingrid Vollmo");
		await open("/placement/rounds");
		await look("rounds");
		await press(scripts ? /^Sykepleie vår|^Sykepleie høst/ : /^Vernepleie og sosialt arbeid/);
		if (scripts && (await page.getByText("Publisert", { exact: true }).count()) > 0) {
			// Of the two nursing rounds the one that is not published yet.
			await open("/placement/rounds");
			await press(
				page
					.getByRole("row", { name: /Klar til å beregne|Beregnet, ikke publisert/ })
					.getByRole("link")
					.first(),
			);
		}
		await says("Kontroll før beregning");
		await look("round");
		const round = new URL(page.url()).pathname;
		await open(`${round}/scope`);
		await look("who takes part");
		await open(`${round}/rules`);
		await look("rules");

		await open(`${round}/runs`);
		await press("Beregn fordelingen");
		await followed(/\/runs\/[0-9a-f-]{36}$/);
		await says("Det finnes ingen bedre plan etter disse reglene");
		await look("result");
		const run = new URL(page.url()).pathname;
		for (const view of ["plan", "unplaced", "sites", "proof"]) {
			await open(`${run}/${view}`);
			await look(`run ${view}`);
		}

		await open(`${run}/board`);
		await look("board");
		await page.locator(".board-student a").first().click();
		if (scripts) {
			// With script the same is asked for in a dialog on the board.
			await press(
				page.getByRole("button", { name: "Ta fra plassen" }).or(page.locator(".board-choices button")).first(),
			);
			await says(/^Hva (det|hele flyttingen) koster$/);
			await look("board, what a move costs");
			await press(/^Flytt studenten/);
			await says(/er flyttet til|har ikke lenger plass/);
			await look("board, moved");
			await page.locator("summary", { hasText: "for hånd" }).click();
			await press(/^Angre flyttingen av/);
			await says("Flyttingen er angret.");
		} else await says("Flytt for hånd");

		// Somebody who got another wish than the first: why, and what the first would have cost.
		await open(`${run}/plan?got=wished&sort=-rank`);
		await press(page.locator("tbody a").first());
		await says("Ønskene, ett for ett");
		await workedOut();
		await look("why");
		await page.getByLabel("Ny plass").selectOption({ label: "Ingen plass" });
		await press("Se hva det koster");
		await followed(/[?&]offer=none/);
		await workedOut();
		await says("Hva flyttingen koster");
		await press("Flytt studenten");
		await says("Studenten er flyttet.");
		await look("moved by hand");
		await press("Angre flyttingen");
		await says("Flyttingen er angret.");

		await open(`${round}/rules`);
		await page.getByLabel("Reisegrense").fill("40");
		await press("Lagre reglene");
		await says("Reglene er lagret.");
		await open(`${round}/runs`);
		await page.getByLabel("Navn på beregningen").fill("Reisegrense 40 minutter");
		await press("Beregn fordelingen");
		await followed(/\/runs\/[0-9a-f-]{36}$/);
		// What would three more places at a site give? Tried and compared, and not to be chosen.
		await open(`${round}/runs`);
		await press(page.getByRole("link", { name: "Prøv med annen reisegrense, annet mål eller andre plasser" }));
		await followed(/\/runs\/what-if$/);
		await press(page.getByRole("link", { name: /^Endre plasser her/ }).first());
		await followed(/[?&]offer=/);
		await page.getByLabel(/ \(har \d+\)/).fill("3");
		await look("what if");
		await press("Beregn med dette");
		await followed(/\/runs\/[0-9a-f-]{36}$/);
		await says("Denne beregningen regner med plasser som ikke finnes");
		expect(await page.getByRole("button", { name: "Velg denne" }).count()).toBe(0);
		await look("what three more places would give");

		await open(`${round}/runs`);
		await says("Sammenlign beregningene");
		await look("runs compared");
		await press(/Velg denne Beregning 1/);
		await says("Beregningen er valgt.");

		await open(`${round}/publish`);
		await look("before publishing");
		await press(page.getByRole("link", { name: "Se over og publiser" }));
		await says(/^Publiser «/);
		await look("about to publish");
		await press(page.getByRole("button", { name: "Publiser", exact: true }));
		await followed(/\/publish$/);
		await says("Publiseringer");
		await look("published");

		await open(
			`/placement/placements?${new URLSearchParams({ waiting: "host", round: round.split("/").at(-1) ?? "" })}`,
		);
		await look("placements");
		const asking = (await page.locator("tbody a").nth(1).getAttribute("href")) ?? "";
		await press(page.locator("tbody a").first());
		await says("Hva som har skjedd");
		await look("placement");
		const placement = new URL(page.url()).pathname;
		expect(placement).toMatch(/^\/placement\/placements\/[0-9a-f-]{36}$/);
		await press("Hvorfor denne plassen?");
		await says("Slik velges den beste planen");
		await look("why this place");

		// A student has said yes by telephone: the coordinator writes it down.
		await open(placement);
		await page.locator("summary", { hasText: "Skriv inn svaret fra studenten" }).click();
		await look("the student's answer on behalf");
		await press("Studenten godtar plassen");
		await says("Svaret fra studenten er lagret.");
		await says("Godtatt");

		// A student asks for reconsideration by link, is granted it, and reads why by the same link.
		await open(`${asking}/link`);
		await press(page.locator("main form button").last());
		await says(/^Lenken til .* er klar$/);
		const link = new URL((await page.locator("main .copy-value").textContent()) ?? "").pathname;
		await open(link);
		await press(/Se praksisplassen og svar/);
		await page.locator("summary", { hasText: "Jeg vil be om en ny vurdering" }).click();
		await page.getByLabel("Hvorfor?").fill("Jeg må hente i barnehagen.");
		await press("Be om ny vurdering");
		await says(/får svar innen/);
		await look("reconsideration asked by link");
		await open(asking);
		await says("Jeg må hente i barnehagen.");
		await page.getByLabel(/^Innvilg/).check();
		await page.getByLabel("Begrunnelse til studenten").fill("Vi finner et sted nærmere barnehagen.");
		await look("reconsideration");
		await press("Lagre svaret");
		await says("Finn en annen plass");
		await press("Se andre plasser og hva de koster");
		await says("Flytt for hånd");
		await open(link);
		await press(/Se praksisplassen og svar/);
		await says("Vi finner et sted nærmere barnehagen.");
		await look("reconsideration answered by link");

		// A place is lost: the round says so, is run once more with everybody else where they are, and published again.
		await open(`${placement}/cancel`);
		await page.getByLabel("Trenger en ny plass i denne runden").check();
		await page.getByLabel("Hvorfor?").fill("Veilederen er sykmeldt.");
		await press(page.locator("main").getByRole("button", { name: "Avlys plassen" }));
		await says("Plassen er avlyst.");
		await open(`${round}/publish`);
		await says(/mistet plassen eller trukket seg siden/);
		await says("Én student skal få en annen plass");
		await look("a place lost since");
		await open(`${round}/rules`);
		await page.getByLabel("Behold publiserte plasser").check();
		await press("Lagre reglene");
		await says("Reglene er lagret.");
		await page.getByLabel("Praksissted", { exact: true }).selectOption({ index: 2 });
		await press("Legg til gruppe");
		const groups = page.getByRole("table", { name: "Tverrfaglige grupper (1)" });
		await groups.waitFor();
		await look("rules with an interprofessional group");
		await press(groups.getByRole("button"));
		await says("Ingen tverrfaglige grupper.");
		await open(`${round}/runs`);
		await press("Beregn fordelingen");
		await followed(/\/runs\/[0-9a-f-]{36}$/);
		await press("Velg denne");
		await says("Beregningen er valgt.");
		await open(`${round}/publish`);
		await look("before publishing again");
		await press(page.getByRole("link", { name: "Se over og publiser" }));
		await says(/^Publiser «/);
		await look("about to publish");
		await press(page.getByRole("button", { name: "Publiser", exact: true }));
		await followed(/\/publish$/);
		await says("Denne beregningen er publisert, og ingenting er endret siden.");
		expect(await page.getByText("Én student skal få en annen plass").count()).toBe(0);
		await look("published again");

		await signInAs("Amalie Nesteby");
		await page.setViewportSize({ width: 375, height: 740 });
		await open("/placement/own");
		await look("own placement on a phone");
		// The one that is over: how it was.
		await press(page.getByRole("link", { name: "Se plassen", exact: true }).last());
		await followed(/\/placement\/placements\/[0-9a-f-]{36}$/);
		await says("Gjennomført");
		await open(`${new URL(page.url()).pathname}/evaluation`);
		for (const question of [/læringsutbyttene/, /god veiledning/, /tatt godt imot/])
			await page.getByRole("group", { name: question }).getByLabel("Litt enig").check();
		await page
			.getByRole("group", { name: /anbefale stedet/ })
			.getByLabel("Ja")
			.check();
		await look("how the placement was, on a phone");
		await press("Send svaret");
		await says("Takk! Svaret er lagret.");
		await page.setViewportSize({ width: 1280, height: 900 });
	},
	{ timeout: 600_000 },
);
