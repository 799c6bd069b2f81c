import type { Texts } from "./finding.ts";

const eigenServer = "set DATABASE_URL til ein PostgreSQL-server du sjølv har";

export const nynorsk: Texts = {
	"unsupported-platform": ({ platform }) => ({
		message: `Den innebygde databasen finst ikkje for ${platform}. Han finst for Linux og macOS, med x64- eller arm64-prosessor.`,
		remedy: `Køyr programmet på Linux eller macOS (på Windows: i WSL 2), eller ${eigenServer}.`,
	}),
	"musl-platform": ({ platform }) => ({
		message: `Dette systemet (${platform}) bruker C-biblioteket musl, slik Alpine Linux gjer. Den innebygde databasen treng glibc.`,
		remedy: `Bruk eit system med glibc, til dømes Debian eller Ubuntu (i Docker: node:20-slim i staden for node:20-alpine), eller ${eigenServer}.`,
	}),
	"binaries-missing": ({ packageName }) => ({
		message: `npm-pakken ${packageName} med databaseprogramma er ikkje installert.`,
		remedy: `Køyr «npm ci» på nytt, på denne maskina og utan «--omit=optional». Eller ${eigenServer}.`,
	}),
	"binaries-do-not-run": ({ folder, said }) => ({
		message: `Databaseprogramma i ${folder} lèt seg ikkje køyre. Systemet sa: ${said}`,
		remedy: `Er mappa på eit område der program ikkje får køyre (noexec), så flytt prosjektet eller datamappa. Manglar eit bibliotek eller ein nyare glibc, så oppdater systemet. Eller ${eigenServer}.`,
	}),
	"data-folder-in-use": ({ folder, holder }) => ({
		message: `Datamappa ${folder} er i bruk av eit anna program som køyrer (prosess ${holder}).`,
		remedy: "Stopp det andre programmet først, eller gi dette programmet ei anna datamappe med LAERINGSARENA_DATA.",
	}),
	"data-folder-not-writable": ({ folder, said }) => ({
		message: `Programmet får ikkje skrive i ${folder}.${said === undefined ? "" : ` Systemet sa: ${said}`}`,
		remedy: "Gi brukaren som køyrer programmet, skriverett der, eller vel ei anna datamappe med LAERINGSARENA_DATA.",
	}),
	"data-folder-of-another-user": ({ folder, user }) => ({
		message: `Databasen i ${folder} høyrer til ein annan brukar (${user}).`,
		remedy: `Køyr programmet som ${user}, eller la root gi mappa til deg med «chown -R».`,
	}),
	"data-of-another-version": ({ folder, version }) => ({
		message: `Databasen i ${folder} er laga av PostgreSQL ${version}, og dette programmet har ein annan hovudversjon.`,
		remedy:
			"Ta tryggingskopi med den utgåva av programmet som laga databasen («laeringsarena backup»), og les han inn i ei ny datamappe med denne («laeringsarena restore»).",
	}),
	"server-out-of-reach": ({ folder }) => ({
		message: `Ein databaseserver som dette programmet ikkje kan sjå, bruker ${folder}.`,
		remedy: "Han køyrer truleg i ein annan container med same mappe. Stopp den containeren, og prøv igjen.",
	}),
	"cannot-run-as-root": ({ folder }) => ({
		message: `PostgreSQL køyrer ikkje som root, og her går det verken å bruke eit eige brukarnamnerom (unshare) eller å køyre databasen i ${folder} som ein annan brukar.`,
		remedy: `Køyr programmet som ein vanleg brukar (i Docker: «--user node»), eller installer util-linux og tillat brukarnamnerom, eller ${eigenServer}.`,
	}),
	"user-without-name": ({ user }) => ({
		message: `Brukar-id ${user} har ikkje noko namn på dette systemet, og PostgreSQL kan ikkje lage ein database utan.`,
		remedy: `Legg brukar-id ${user} til i /etc/passwd, eller køyr som ein brukar som står der, eller tillat brukarnamnerom (unshare).`,
	}),
	"lock-unavailable": ({ folder, said }) => ({
		message: `Programmet får ikkje låst ${folder}, og kan difor ikkje vite om eit anna program bruker mappa. Systemet sa: ${said}`,
		remedy: `Installer util-linux (programmet «flock»), eller legg datamappa på ein lokal disk som kan låse filer. Eller ${eigenServer}.`,
	}),
	"setting-refused": ({ setting }) => ({
		message: `Databaseinnstillinga «${setting}» kan ikkje skrivast: namnet eller verdien har teikn som ikkje er tillatne.`,
		remedy: "Rett innstillinga.",
	}),
	"start-failed": ({ folder, said }) => ({
		message: `Databasen i ${folder} starta ikkje. Han sa: ${said}`,
		remedy: `Sjå i loggen i ${folder}/log. Er disken full, så gjer plass og prøv igjen.`,
	}),
	"platform-supported": ({ platform }) => ({
		message: `Den innebygde databasen finst for dette systemet (${platform}).`,
	}),
	"binaries-run": ({ version }) => ({ message: `Databaseprogramma køyrer (PostgreSQL ${version}).` }),
	"binaries-need-repair": ({ folder }) => ({
		message: `Lenkjer eller køyrerettar manglar i ${folder}. Programmet rettar det ved neste start.`,
	}),
	"binaries-will-be-copied": ({ folder }) => ({
		message: `Databasen køyrer som ein brukar som ikkje når npm-pakken, så programma blir kopierte til ${folder} ved start.`,
	}),
	"runs-as-self": () => ({ message: "Databasen køyrer som same brukar som programmet." }),
	"runs-in-namespace": () => ({ message: "Databasen køyrer i eit eige brukarnamnerom (unshare)." }),
	"runs-as-other": ({ user }) => ({ message: `Programmet køyrer som root, og databasen som brukar-id ${user}.` }),
	"data-kept-elsewhere": ({ folder }) => ({
		message: `Databasen ligg i ${folder}, fordi brukaren han køyrer som, ikkje når datamappa.`,
		remedy: `Ta med ${folder} når du flyttar eller kopierer datamappa.`,
	}),
	"no-cluster-yet": ({ folder }) => ({
		message: `Det er ingen database i ${folder} enno. Han blir laga ved første start.`,
	}),
	"cluster-found": ({ folder, version }) => ({ message: `Databasen ligg i ${folder} (PostgreSQL ${version}).` }),
	"program-running": ({ holder }) => ({ message: `Programmet køyrer alt på denne datamappa (prosess ${holder}).` }),
	"server-left-running": ({ holder }) => ({
		message: `Databaseserveren (prosess ${holder}) køyrer enno etter eit program som vart avbrote. Neste start tek over han.`,
	}),
	"little-disk-space": ({ folder, megabytes }) => ({
		message: `Det er berre ${megabytes} MB ledig der databasen ligg (${folder}).`,
		remedy: "Gjer plass. Databasen stoppar når disken er full.",
	}),
};
