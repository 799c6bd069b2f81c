import { Form } from "react-router";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import type { Route } from "./+types/negotiation";
import { DeclineForm } from "./DeclineForm.tsx";
import { declineText } from "./decline.text.ts";
import { negotiationText } from "./negotiation.text.ts";

type Loaded = { readonly loaderData: Route.ComponentProps["loaderData"] };

/** What the party acted for answers to the text put forward last. */
export function Answer({ loaderData, declining }: Loaded & { readonly declining: RefusedForm | undefined }) {
	const language = useLanguage();
	const text = negotiationText[language];
	const no = declineText[language];
	const { id, own, number, changedSince, can, versions } = loaderData;
	if (!can.approve || own === null) return null;
	const latest = versions.find((version) => version.number === number);
	const said = latest?.message !== "" && latest?.madeFor !== own.organisationId ? latest : undefined;
	return (
		<Section title={text.answerTitle}>
			{said && (
				<blockquote className="quoted">
					<p>{said.message}</p>
					<footer className="quiet">{[said.madeBy, said.madeForName].filter(Boolean).join(", ")}</footer>
				</blockquote>
			)}
			{changedSince ? (
				<p className="ds-paragraph">
					{text.changedSince}{" "}
					<Link className="ds-link" to={`/agreements/${id}/compare?before=${number}`}>
						{text.seeChanges}
					</Link>
				</p>
			) : own.approvedVersion === number ? (
				<p className="ds-paragraph">{text.approvedAlready(number)}</p>
			) : (
				<>
					<p className="ds-paragraph">
						{own.declinedVersion === number ? no.already(number) : text.approveBody(number)}
					</p>
					<Form method="post">
						<input type="hidden" name="number" value={number} />
						<button type="submit" className="ds-button" name="deed" value="approve">
							{text.approve(number)}
						</button>
					</Form>
					{own.declinedVersion !== number && (
						<DeclineForm number={number} refused={declining}>
							<p className="ds-paragraph">
								{no.noAgreement}{" "}
								<Link className="ds-link" to={`/agreements/${id}/withdraw`}>
									{no.end}
								</Link>
								.
							</p>
						</DeclineForm>
					)}
				</>
			)}
		</Section>
	);
}

/** Ways for parties without an account to read, answer and sign. */
export function Links({ loaderData }: Loaded) {
	const text = negotiationText[useLanguage()];
	const { others, can } = loaderData;
	if (others.length === 0 || (!can.comment && !can.sign)) return null;
	return (
		<Section title={text.links} lead={text.linksLead}>
			<div className="agreement-links">
				{others.map((party) => (
					<Form method="post" key={party.organisationId}>
						<input type="hidden" name="partyId" value={party.organisationId} />
						<button
							type="submit"
							className="ds-button"
							data-variant="secondary"
							data-size="sm"
							name="deed"
							value="link"
						>
							{text.makeLink(party.name)}
						</button>
					</Form>
				))}
			</div>
		</Section>
	);
}
