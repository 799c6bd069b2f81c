import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("identity", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	const provider = () => page.getByRole("heading", { name: "Test provider" }).waitFor();
	const says = (words: string) => page.getByText(words).first().waitFor();

	await open("/sign-in?to=/profile");
	await press("Logg inn med Feide");
	await provider();
	await page.getByRole("button", { name: "Cancel" }).click();
	await says("Du avbrøt innloggingen");
	await look("cancelled");

	await open("/sign-in?to=/profile");
	await press("Logg inn med Feide");
	await provider();
	await page.getByRole("button", { name: "Kari Nordmann" }).click();
	await says("Du er logget inn som Kari Nordmann.");
	expect(new URL(page.url()).pathname).toBe("/profile");
	await look("profile");

	await page.getByLabel("Telefon").fill("tull");
	await press("Lagre profilen");
	await page.locator(".ds-error-summary").waitFor();
	await look("profile refused");
	await page.getByLabel("Telefon").fill(scripts ? "912 34 567" : "987 65 432");
	await press("Lagre profilen");
	await says("Profilen er lagret.");
	await press(/^Logg$/);
	await says("Endret profilen sin");
	await look("own log");
	await press("Dette har vi om deg");
	await look("own data");
	await open("/administration/log");
	await says("Du har ingen rolle i noen organisasjon ennå.");
	await look("represents nobody");
	await openMissing("/administration/providers");

	await open("/profile");
	await press("Innlogginger");
	await says("kari@example.no");
	await look("ways to sign in");
	await press("Koble til Feide");
	await provider();
	await page.getByRole("button", { name: "Kari Nordmann" }).click();
	await says("kari@example.no er koblet til profilen din.");

	await open("/profile");
	await press("Logg ut på alle enheter");
	await provider();
	await page.getByRole("button", { name: "Sign out" }).click();
	await says("Du er logget ut på alle enheter.");
	await open("/profile/data");
	expect(new URL(page.url()).pathname).toBe("/sign-in");

	await signInAs("Eva Strandheim");
	await open("/profile/tokens");
	await page.getByLabel("Hva tokenet brukes til").fill("Vaktplan");
	await page.getByLabel(/^Lese: organisasjoner/).check();
	await press("Lag et token");
	await says("Tokenet er laget");
	const token = (await page.locator(".copy-value").textContent()) ?? "";
	await look("token");
	expect(token).toMatch(/^la_[A-Za-z0-9_-]{43}$/);
	await press("Trekk tilbake Vaktplan");
	await says("Tokenet er trukket tilbake.");
	await look("no tokens");
});
