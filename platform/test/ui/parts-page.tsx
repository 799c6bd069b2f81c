import { useActionData } from "react-router";
import { saying } from "../../src/forms/text.ts";
import { Alert } from "../../src/ui/Alert.tsx";
import { ConfirmForm, ConfirmPage } from "../../src/ui/ConfirmForm.tsx";
import { CopyButton } from "../../src/ui/CopyButton.tsx";
import { Details } from "../../src/ui/Details.tsx";
import { DialogLink } from "../../src/ui/Dialog.tsx";
import { Facts } from "../../src/ui/Facts.tsx";
import type { RefusedForm } from "../../src/ui/form-context.ts";
import { useLanguage } from "../../src/ui/language.tsx";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { Progress } from "../../src/ui/Progress.tsx";
import { Card, Section } from "../../src/ui/Section.tsx";
import { Tag } from "../../src/ui/Tag.tsx";
import { Timeline } from "../../src/ui/Timeline.tsx";

export function PartsPage() {
	return (
		<div className="stack">
			<title>Småting</title>
			<PageHeader title="Halsen sykehjem" trail={[{ to: "/list", label: "Tjenestesteder" }]} />
			<Alert tone="warning" title="Ingen stedfortreder">
				<p>Kari Nordmann svarer alene for plassene. Legg til en stedfortreder.</p>
			</Alert>
			<Section
				title="Fakta"
				actions={
					<a className="ds-link" href="/form">
						Rediger
					</a>
				}
				lead="Det vi vet om stedet."
			>
				<Facts
					facts={[
						{ label: "Kommune", value: "Stjørdal" },
						{ label: "Plasser", value: 4, source: "Svart av Kari Nordmann 12.03.2026" },
						{ label: "Stedfortreder", value: null },
					]}
				/>
			</Section>
			<Section title="Status">
				<div className="row">
					<Tag>Utkast</Tag>
					<Tag tone="info">Sendt</Tag>
					<Tag tone="success">Bekreftet</Tag>
					<Tag tone="warning">Frist i morgen</Tag>
					<Tag tone="danger">Avlyst</Tag>
				</div>
				<Progress label="Henter enheter" done={4200} total={10000} note="Rad 4 200 av 10 000" />
				<Progress label="Beregner fordeling" />
				<Card tinted>
					<p>Et kort med noe i.</p>
					<CopyButton value="https://laeringsarena.example/svar/3f2a9c" label="Kopier lenken" />
				</Card>
				<Details summary="Slik regner vi">
					<p>Reisetiden er et anslag når ingen har målt den.</p>
				</Details>
			</Section>
			<Section title="Hendelser">
				<Timeline
					events={[
						{ id: "1", at: "2026-03-12T09:30:00Z", title: "Bekreftet fire plasser", by: "Kari Nordmann" },
						{ id: "2", at: "2026-02-01", title: "Spurt om plasser", by: "Nord universitet" },
					]}
				/>
			</Section>
			<DialogLink to="/delete" label="Slett stedet" title="Slette Halsen sykehjem?" color="danger">
				<DeleteForm />
			</DialogLink>
		</div>
	);
}

function DeleteForm() {
	return (
		<ConfirmForm action="/delete" submit="Slett stedet" cancelTo="/parts" dangerous>
			<p>Stedet forsvinner fra lister. Det som har skjedd der, blir stående.</p>
		</ConfirmForm>
	);
}

export function DeletePage() {
	return (
		<>
			<title>Slett</title>
			<ConfirmPage
				title="Slette Halsen sykehjem?"
				trail={[{ to: "/parts", label: "Halsen sykehjem" }]}
				action="/delete"
				submit="Slett stedet"
				cancelTo="/parts"
				dangerous
				refused={useActionData<RefusedForm>()}
				say={saying(useLanguage(), { "has-students": "Det er {students} studenter på stedet." })}
			>
				<p>Stedet forsvinner fra lister. Det som har skjedd der, blir stående.</p>
			</ConfirmPage>
		</>
	);
}
