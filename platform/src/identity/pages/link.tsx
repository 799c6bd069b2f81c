import { data, Link } from "react-router";
import { formatDate, isLanguage } from "../../language.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Facts } from "../../ui/Facts.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { languageHeaders, visit } from "../../visit.server.ts";
import { findLinkPurpose } from "../link-purpose.server.ts";
import { reasonIn } from "../link-token.server.ts";
import { findLink } from "../link-visit.server.ts";
import type { Route } from "./+types/link";
import { linkText } from "./link.text.ts";

/** What the address says when a link has been opened in the language it was written in. */
const opensIn = "language";

const refusedStatus = { unknown: 404, expired: 410, used: 410, revoked: 410 } as const;

/**
 * Where every link begins: who asks, why, and until when; then on to the one thing it is for. In the language of the
 * letter, for those who have not chosen another.
 */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { language, hasChosenLanguage, url } = visit(context);
	const found = await findLink(context, params.token);
	const purpose = found.done ? findLinkPurpose(found.done.link.purpose) : undefined;
	if (found.refused || !purpose) {
		const code = found.refused?.[0]?.code ?? "unknown";
		return data({ refused: code, link: null }, { status: refusedStatus[code] });
	}
	const { askerName, askerOrganisation, recipientName, expiresAt } = found.done.link;
	const written = found.done.link.language;
	// Said in the address, so that a browser that keeps no cookies is sent on once only.
	if (isLanguage(written) && written !== language && !hasChosenLanguage && !url.searchParams.has(opensIn)) {
		const to = `${url.pathname}?${opensIn}=${written}`;
		return redirect(to, { headers: await languageHeaders(written) });
	}
	return data({
		refused: null,
		link: {
			askerName,
			askerOrganisation,
			reason: reasonIn(found.done.link, language),
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
