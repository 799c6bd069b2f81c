import { Form } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber, type Language } from "../../../../language.ts";
import type { Refusal } from "../../../../outcome.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Status, Tag } from "../../../../ui/Tag.tsx";
import { SaidShort } from "../../evaluate/pages/SaidOfSite.tsx";
import { rosterText } from "../text.ts";
import type { WishPageData } from "./wish-page.server.ts";
import { wishesText } from "./wishes.text.ts";

type Place = WishPageData["targets"][number];

/** A claim's wishes: ranked by buttons, found by search; read only when the time is over. Works without script. */
export function WishEditor({
	data,
	action,
	refusals,
}: {
	readonly data: WishPageData;
	/** The page itself. */
	readonly action: string;
	readonly refusals: readonly Refusal[] | undefined;
}) {
	const language = useLanguage();
	const text = wishesText[language];
	const { window, wishes, can } = data;
	const seen = wishes.map(({ kind, target }) => `${kind}:${target}`).join(",");
	const isFull = wishes.length >= window.most;
	return (
		<>
			{refusals && refusals.length > 0 && (
				<div role="alert">
					<Alert tone="danger">
						{refusals.map((refusal) => (
							<p key={refusal.code}>{saying(language, rosterText[language].refusals)(refusal)}</p>
						))}
					</Alert>
				</div>
			)}
			<div className="row">
				<Tag tone={window.open ? "info" : "neutral"}>
					{window.until === null ? text.noDeadline : text.deadline(formatDate(language, window.until))}
				</Tag>
				<span className="quiet">{rosterText[language].windows[window.why]}</span>
			</div>
			<Section title={text.list} {...(can.state ? { lead: text.most(window.most, wishes.length) } : {})}>
				{wishes.length === 0 && <p className="ds-paragraph quiet">{can.state ? text.none : text.noneClosed}</p>}
				<ol className="wish-list">
					{wishes.map((wish, at) => (
						<li key={`${wish.kind} ${wish.target}`} className="ds-card card wish">
							<div className="wish-what">
								<h3 className="ds-heading" data-size="2xs">
									<span className="quiet">{formatNumber(language, at + 1)}.</span> {wish.name}
								</h3>
								<About place={wish} />
								{wish.refusal === "target-unknown" && <Status tone="warning">{text.gone}</Status>}
								{wish.statedBy === "coordinator" && <Status>{text.byCoordinator}</Status>}
							</div>
							{can.state && (
								<Form method="post" action={action} className="wish-buttons" preventScrollReset>
									<input type="hidden" name="seen" value={seen} />
									{at > 0 && <Press value={`up:${at}`} label={text.up} what={wish.name} />}
									{at < wishes.length - 1 && <Press value={`down:${at}`} label={text.down} what={wish.name} />}
									<Press value={`remove:${at}`} label={text.remove} what={wish.name} />
								</Form>
							)}
						</li>
					))}
				</ol>
			</Section>
			{can.state && isFull && <Alert>{text.full}</Alert>}
			{can.state && !isFull && <Finder data={data} action={action} seen={seen} />}
		</>
	);
}

function Press({ value, label, what }: { readonly value: string; readonly label: string; readonly what: string }) {
	return (
		<button type="submit" className="ds-button" data-variant="tertiary" data-size="sm" name="press" value={value}>
			{label}
			<span className="visually-hidden"> {what}</span>
		</button>
	);
}

function Finder({
	data,
	action,
	seen,
}: {
	readonly data: WishPageData;
	readonly action: string;
	readonly seen: string;
}) {
	const language = useLanguage();
	const text = wishesText[language];
	const { targets, typed, home } = data;
	return (
		<Section
			title={
				typed !== "" ? text.found : targets.some(({ travel }) => travel !== null) ? text.foundNear : text.foundFitting
			}
			lead={travelSays(home, targets, language)}
		>
			<Form method="get" action={action} className="wish-search" role="search">
				<Field name="q" kind="search" label={text.search} value={typed} width="full" />
				<button type="submit" className="ds-button" data-variant="secondary">
					{text.searchButton}
				</button>
			</Form>
			{targets.length === 0 && (
				<p className="ds-paragraph" role="status">
					{text.nothing}
				</p>
			)}
			<Form
				method="post"
				action={typed === "" ? action : `${action}?q=${encodeURIComponent(typed)}`}
				preventScrollReset
			>
				<input type="hidden" name="seen" value={seen} />
				<ul className="wish-list">
					{targets.map((place) => (
						<li key={`${place.kind} ${place.target}`} className="ds-card card wish">
							<div className="wish-what">
								<h3 className="ds-heading" data-size="2xs">
									{place.name}
								</h3>
								<About place={place} />
							</div>
							<div className="wish-buttons">
								<button
									type="submit"
									className="ds-button"
									data-variant="secondary"
									data-size="sm"
									name="press"
									value={`add:${place.kind}:${place.target}`}
								>
									{text.add}
									<span className="visually-hidden"> {place.name}</span>
								</button>
							</div>
						</li>
					))}
				</ul>
			</Form>
		</Section>
	);
}

/** Where travel is reckoned from; or why it is not, and who can do something about it. */
function travelSays(home: WishPageData["home"], targets: WishPageData["targets"], language: Language): string {
	const text = wishesText[language];
	const { kind, postcode } = home;
	if (kind === "unsaid") return text.homeUnknown;
	if (kind === "unknown") return text.homeWrong(postcode);
	if (kind === "unmapped") return text.homeUnmapped(postcode);
	const measured = targets.length === 0 || targets.some(({ travel }) => travel !== null);
	return measured && postcode !== null ? text.travelFrom(postcode) : text.travelUnmapped;
}

function About({ place }: { readonly place: Omit<Place, "refusal"> }) {
	const language = useLanguage();
	const text = wishesText[language];
	const { wishKinds } = rosterText[language];
	const what = place.kind === "site" ? [place.setting, place.where] : [wishKinds[place.kind], place.where];
	return (
		<>
			<p className="quiet">{what.filter(Boolean).join(", ")}</p>
			{place.kind !== "county" && <p>{travelOf(place, language)}</p>}
			{place.housingNote !== null && (
				<p>
					<strong>{text.housing}:</strong> {place.housingNote}
				</p>
			)}
			{place.evaluation !== null && <SaidShort evaluation={place.evaluation} />}
			{place.note !== null && (
				<p>
					<strong>{text.says}:</strong> {place.note}
				</p>
			)}
		</>
	);
}

function travelOf({ travel }: Pick<Place, "travel">, language: Language): string {
	const text = wishesText[language];
	if (travel === null) return text.noTravel;
	const say = travel.basis === "estimate" ? text.travel : text.travelImported;
	return say(formatNumber(language, travel.kilometres), formatNumber(language, travel.minutes));
}
