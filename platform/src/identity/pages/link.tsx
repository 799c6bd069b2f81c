import { data, Link } from "react-router";
import { formatDate } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Facts } from "../../ui/Facts.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { visit } from "../../visit.server.ts";
import { findLinkPurpose } from "../link-purpose.server.ts";
import { findLink } from "../link-visit.server.ts";
import type { Route } from "./+types/link";
import { linkText } from "./link.text.ts";

const refusedStatus = { unknown: 404, expired: 410, used: 410, revoked: 410 } as const;

/** Where every link begins: who asks, why, and until when; then on to the one thing it is for. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { language } = visit(context);
	const found = await findLink(context, params.token);
	const purpose = found.done ? findLinkPurpose(found.done.link.purpose) : undefined;
	if (found.refused || !purpose) {
		const code = found.refused?.[0]?.code ?? "unknown";
		return data({ refused: code, link: null }, { status: refusedStatus[code] });
	}
	const { askerName, askerOrganisation, reason, recipientName, expiresAt } = found.done.link;
	return data({
		refused: null,
		link: {
			askerName,
			askerOrganisation,
			reason,
			recipientName,
			expiresAt,
			to: purpose.path(params.token),
			action: purpose.action(language),
		},
	});
}

export default function OpenLink({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = linkText[language];
	const { link } = loaderData;
	if (!link) {
		const title = text.refusedTitle[loaderData.refused];
		return (
			<div className="stack">
				<title>{houseText[language].pageTitle(title)}</title>
				<PageHeader title={title} lead={text.refusedBody[loaderData.refused]} />
			</div>
		);
	}
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title(link.askerOrganisation))}</title>
			<PageHeader title={text.title(link.askerOrganisation)} />
			<Facts
				facts={[
					{ label: text.from, value: text.asks(link.askerName, link.askerOrganisation) },
					...(link.recipientName === null ? [] : [{ label: text.to, value: link.recipientName }]),
					{ label: text.why, value: link.reason },
					{ label: text.until, value: formatDate(language, link.expiresAt) },
				]}
			/>
			<p className="ds-paragraph quiet">{text.only}</p>
			<p>
				<Link className="ds-button" to={link.to}>
					{link.action}
				</Link>
			</p>
		</div>
	);
}
