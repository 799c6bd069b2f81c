import type { Texts } from "./finding.ts";

const egenServer = "sett DATABASE_URL til en PostgreSQL-server du selv har";

export const bokmål: Texts = {
	"unsupported-platform": ({ platform }) => ({
		message: `Den innebygde databasen finnes ikke for ${platform}. Den finnes for Linux og macOS, med x64- eller arm64-prosessor.`,
		remedy: `Kjør programmet på Linux eller macOS (på Windows: i WSL 2), eller ${egenServer}.`,
	}),
	"musl-platform": ({ platform }) => ({
		message: `Dette systemet (${platform}) bruker C-biblioteket musl, slik Alpine Linux gjør. Den innebygde databasen trenger glibc.`,
		remedy: `Bruk et system med glibc, for eksempel Debian eller Ubuntu (i Docker: node:20-slim i stedet for node:20-alpine), eller ${egenServer}.`,
	}),
	"binaries-missing": ({ packageName }) => ({
		message: `npm-pakken ${packageName} med databaseprogrammene er ikke installert.`,
		remedy: `Kjør «npm ci» på nytt, på denne maskinen og uten «--omit=optional». Eller ${egenServer}.`,
	}),
	"binaries-do-not-run": ({ folder, said }) => ({
		message: `Databaseprogrammene i ${folder} lar seg ikke kjøre. Systemet sa: ${said}`,
		remedy: `Er mappen på et område der programmer ikke får kjøre (noexec), så flytt prosjektet eller datamappen. Mangler et bibliotek eller en nyere glibc, så oppdater systemet. Eller ${egenServer}.`,
	}),
	"data-folder-in-use": ({ folder, holder }) => ({
		message: `Datamappen ${folder} er i bruk av et annet program som kjører (prosess ${holder}).`,
		remedy: "Stopp det andre programmet først, eller gi dette programmet en annen datamappe med LAERINGSARENA_DATA.",
	}),
	"data-folder-not-writable": ({ folder, said }) => ({
		message: `Programmet får ikke skrive i ${folder}.${said === undefined ? "" : ` Systemet sa: ${said}`}`,
		remedy: "Gi brukeren som kjører programmet, skriverett der, eller velg en annen datamappe med LAERINGSARENA_DATA.",
	}),
	"data-folder-of-another-user": ({ folder, user }) => ({
		message: `Databasen i ${folder} tilhører en annen bruker (${user}).`,
		remedy: `Kjør programmet som ${user}, eller la root gi mappen til deg med «chown -R».`,
	}),
	"data-of-another-version": ({ folder, version }) => ({
		message: `Databasen i ${folder} er laget av PostgreSQL ${version}, og dette programmet har en annen hovedversjon.`,
		remedy:
			"Ta sikkerhetskopi med den utgaven av programmet som laget databasen («laeringsarena backup»), og les den inn i en ny datamappe med denne («laeringsarena restore»).",
	}),
	"server-out-of-reach": ({ folder }) => ({
		message: `En databaseserver som dette programmet ikke kan se, bruker ${folder}.`,
		remedy: "Den kjører trolig i en annen container med samme mappe. Stopp den containeren, og prøv igjen.",
	}),
	"cannot-run-as-root": ({ folder }) => ({
		message: `PostgreSQL kjører ikke som root, og her går det verken å bruke et eget brukernavnerom (unshare) eller å kjøre databasen i ${folder} som en annen bruker.`,
		remedy: `Kjør programmet som en vanlig bruker (i Docker: «--user node»), eller installer util-linux og tillat brukernavnerom, eller ${egenServer}.`,
	}),
	"user-without-name": ({ user }) => ({
		message: `Bruker-id ${user} har ikke noe navn på dette systemet, og PostgreSQL kan ikke lage en database uten.`,
		remedy: `Legg bruker-id ${user} til i /etc/passwd, eller kjør som en bruker som står der, eller tillat brukernavnerom (unshare).`,
	}),
	"lock-unavailable": ({ folder, said }) => ({
		message: `Programmet får ikke låst ${folder}, og kan derfor ikke vite om et annet program bruker den. Systemet sa: ${said}`,
		remedy: `Installer util-linux (programmet «flock»), eller legg datamappen på en lokal disk som kan låse filer. Eller ${egenServer}.`,
	}),
	"setting-refused": ({ setting }) => ({
		message: `Databaseinnstillingen «${setting}» kan ikke skrives: navnet eller verdien har tegn som ikke er tillatt.`,
		remedy: "Rett innstillingen.",
	}),
	"start-failed": ({ folder, said }) => ({
		message: `Databasen i ${folder} startet ikke. Den sa: ${said}`,
		remedy: `Se i loggen i ${folder}/log. Er disken full, så gjør plass og prøv igjen.`,
	}),
	"platform-supported": ({ platform }) => ({
		message: `Den innebygde databasen finnes for dette systemet (${platform}).`,
	}),
	"binaries-run": ({ version }) => ({ message: `Databaseprogrammene kjører (PostgreSQL ${version}).` }),
	"binaries-need-repair": ({ folder }) => ({
		message: `Lenker eller kjørerettigheter mangler i ${folder}. Programmet retter det ved neste start.`,
	}),
	"binaries-will-be-copied": ({ folder }) => ({
		message: `Databasen kjører som en bruker som ikke når npm-pakken, så programmene kopieres til ${folder} ved start.`,
	}),
	"runs-as-self": () => ({ message: "Databasen kjører som samme bruker som programmet." }),
	"runs-in-namespace": () => ({ message: "Databasen kjører i et eget brukernavnerom (unshare)." }),
	"runs-as-other": ({ user }) => ({ message: `Programmet kjører som root, og databasen som bruker-id ${user}.` }),
	"data-kept-elsewhere": ({ folder }) => ({
		message: `Databasen ligger i ${folder}, fordi brukeren den kjører som, ikke når datamappen.`,
		remedy: `Ta ${folder} med når du flytter eller kopierer datamappen.`,
	}),
	"no-cluster-yet": ({ folder }) => ({
		message: `Det er ingen database i ${folder} ennå. Den lages ved første start.`,
	}),
	"cluster-found": ({ folder, version }) => ({ message: `Databasen ligger i ${folder} (PostgreSQL ${version}).` }),
	"program-running": ({ holder }) => ({
		message: `Programmet kjører allerede på denne datamappen (prosess ${holder}).`,
	}),
	"server-left-running": ({ holder }) => ({
		message: `Databaseserveren (prosess ${holder}) kjører ennå etter et program som ble avbrutt. Neste start overtar den.`,
	}),
	"little-disk-space": ({ folder, megabytes }) => ({
		message: `Det er bare ${megabytes} MB ledig der databasen ligger (${folder}).`,
		remedy: "Gjør plass. Databasen stopper når disken er full.",
	}),
};
