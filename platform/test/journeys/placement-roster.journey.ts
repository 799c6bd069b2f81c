import { expect } from "vitest";
import { journey } from "./journey.ts";

/** From a list of students to wishes a student has ranked on a phone, without an account. */
journey("placement roster", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	// The two runs share a database: each has its own course and students.
	const mark = scripts ? "S" : "U";
	const code = `SYK20${mark}`;

	await signInAs("Ingrid Vollmo");
	await open("/placement/courses");
	await look("courses");
	await press("Nytt emne");
	await press("Opprett emne");
	await page.locator(".ds-error-summary").waitFor();
	await look("new course refused");
	await page.getByLabel("Navn", { exact: true }).fill(`Praksis i hjemmetjeneste ${mark}`);
	await page.getByLabel("Emnekode").fill(code);
	await page.getByLabel("Studieprogram").fill("Bachelor i sykepleie");
	await page.getByLabel("Utdanning", { exact: true }).selectOption({ label: "Sykepleie" });
	await page.getByLabel("Studieår").selectOption({ label: "2. år" });
	await page.getByLabel("Politiattest").check();
	await press("Opprett emne");
	await says("Emnet er opprettet.");
	await press("Legg til periode");
	await page.getByLabel("Navn", { exact: true }).fill("Pulje 1");
	await page.getByLabel("Første dag").fill("2031-01-13");
	await page.getByLabel("Siste dag").fill("2031-03-09");
	await press("Legg til perioden");
	await says("Perioden er lagt til.");
	await look("course");

	await open("/import/students");
	await look("choose a file of students");
	const bring = async (lines: readonly string[]) => {
		const buffer = Buffer.from(lines.join("\n"), "utf8");
		await page.locator("input[type=file]").setInputFiles({ name: "studenter.csv", mimeType: "text/csv", buffer });
		await press("Se hva som vil skje");
	};
	const header = "Navn;Studentnummer;E-post;Emnekode;Studieår;Postnummer;Reiser med";
	const email = `kari.${mark.toLowerCase()}@student.example`;
	await bring([header, `Kari Prøve ${mark};${mark}1;${email};FEIL1;2;7030;Bil`]);
	await says("1 feil må rettes før filen kan importeres");
	await says("Dere har ikke noe emne i bruk med koden eller navnet «FEIL1».");
	await look("students refused");
	await press("Last opp rettet fil");
	const right = [
		header,
		`Kari Prøve ${mark};${mark}1;${email};${code};2;7030;Bil`,
		`Ola Prøve ${mark};${mark}2;;${code};2;0001;Kollektivt`,
	];
	await bring(right);
	await says("Nye praksisbehov");
	await look("students preview");
	await press("Importer 2 studenter");
	await page.getByRole("heading", { level: 1, name: "Importen er ferdig" }).waitFor();
	await look("students done");
	await open("/import/students");
	await bring(right);
	await says("Ingenting å endre");

	await open(`/placement/students?q=${encodeURIComponent(`Prøve ${mark}`)}`);
	await says(`Kari Prøve ${mark}`);
	await look("students");
	await press(`Ola Prøve ${mark}`);
	await press("Legg til regel");
	await look("kinds of rules");
	await press("Neste");
	await page.getByLabel("Minutter én vei").fill("40");
	await press("Legg til regelen");
	await says("Høyst så mange minutter å reise: 40 minutter");
	await press("Bekreft Politiattest");
	await says("Kravet er bekreftet.");
	await look("student");
	const other = new URL(page.url()).pathname;
	await open("/placement/students/counted");
	await look("only counted");

	await open(`/placement/students?q=${encodeURIComponent(`Kari Prøve ${mark}`)}`);
	await press(`Kari Prøve ${mark}`);
	const student = new URL(page.url()).pathname;
	await press("Send lenke til ønsker");
	await look("invite student");
	await press("Lag lenke");
	await says("Lenken er klar");
	const link = new URL((await page.locator(".copy-value").textContent()) ?? "").pathname;

	// The student, on a phone, without an account.
	await page.context().clearCookies();
	await page.setViewportSize({ width: 375, height: 800 });
	await open(link);
	await press("Skriv ønskene dine");
	await says(`Hei, Kari Prøve ${mark}`);
	await look("own by link");
	await press(/^Ønsk plass/);
	await look("no wishes yet");
	const find = async (words: string, exactly: string) => {
		await page.getByLabel("Finn praksissted, kommune eller fylke").fill(words);
		await press("Søk");
		await press(`Legg til ${exactly}`);
		await says("Ønsket er lagt til.");
	};
	await find("levanger", "Levanger");
	await find("stjordal", "Stjørdal");
	const ranked = () => page.locator("ol.wish-list h3").allTextContents();
	expect((await ranked()).map((name) => name.replace(/\s+/g, " "))).toEqual(["1. Levanger", "2. Stjørdal"]);
	await press("Flytt opp Stjørdal");
	await says("Rekkefølgen er endret.");
	expect((await ranked())[0]).toContain("Stjørdal");
	await look("wishes");
	await press("Min praksis");
	await page.getByLabel("Hva du trenger, og hvorfor").fill("Kan ikke jobbe natt");
	await press("Send til koordinatoren");
	await says("Sendt til koordinatoren.");
	await look("asked for adaptation");

	// The coordinator sees it, and colleagues without the role do not.
	await page.setViewportSize({ width: 1280, height: 900 });
	await signInAs("Ingrid Vollmo");
	await open(student);
	await press("2 ønsker");
	await says("Stjørdal");
	await look("wishes seen by the coordinator");
	await open(`${student}/adaptation`);
	await says("Kan ikke jobbe natt");
	await look("adaptation");
	await signInAs("Torstein Aunemo");
	await openMissing(student);
	await openMissing(`${other}/adaptation`);
});
