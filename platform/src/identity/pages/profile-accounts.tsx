import { data, Form } from "react-router";
import { z } from "zod";
import { formatMoment, formatShortDate } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { NoValue } from "../../ui/NoValue.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { Status } from "../../ui/Tag.tsx";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { disconnectAccount, findProviderInUse, listAccounts } from "../account.server.ts";
import { system } from "../actor.ts";
import { listProvidersOff } from "../provider-switch.server.ts";
import { limit } from "../rate.server.ts";
import { isInPerson } from "../rules.ts";
import { beginSignIn } from "../sign-in.server.ts";
import { identityText } from "../text.ts";
import type { Route } from "./+types/profile-accounts";
import { Onwards } from "./Onwards.tsx";
import { ProfileTabs } from "./ProfileTabs.tsx";
import { accountsText } from "./profile-accounts.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, house, reading } = signedIn(context, request);
	const { providers } = house.configuration;
	const off = await house.database.reading(system("sign-in"), listProvidersOff);
	return reading(async (work) => {
		const inUse = await findProviderInUse(work, actor);
		const accounts = (await listAccounts(work, actor)).map((account) => ({
			...account,
			name: providers.find(({ id }) => id === account.provider)?.name ?? account.provider,
			isInUse: account.provider === inUse,
		}));
		return {
			accounts,
			providers: providers.filter(({ id }) => !off.includes(id)).map(({ id, name }) => ({ id, name })),
		};
	});
}

const sent = z.object({ connect: z.string() }).or(z.object({ provider: z.string(), subject: z.string() }));

export function headers({ actionHeaders }: Route.HeadersArgs) {
	return actionHeaders;
}

/** Leads to a provider to prove one more account, or takes one away. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, house, language, commanding, answerHeaders } = signedIn(context, request);
	const form = sent.safeParse(Object.fromEntries(await request.formData()));
	if (!form.success || !isInPerson(actor)) missing();
	const text = accountsText[language];
	if ("connect" in form.data) {
		const { connect } = form.data;
		const provider = house.configuration.providers.find(({ id }) => id === connect);
		if (!provider) missing();
		await limit(context, "sign-in");
		const begun = await beginSignIn(house, provider, "/profile/accounts", actor);
		if (begun.refused) {
			const code = begun.refused[0]?.code ?? "unreachable";
			const { title, body } = identityText[language].failed[code];
			return data({ refused: { title, body: body(provider.name) } }, code === "unreachable" ? 503 : 422);
		}
		answerHeaders.set("Refresh", `0; url=${begun.done.location}`);
		const words = {
			title: text.going(provider.name),
			body: text.goingWhy(provider.name),
			label: text.go(provider.name),
		};
		return data({ onwards: { ...words, to: begun.done.location } }, { headers: { "Set-Cookie": begun.done.cookie } });
	}
	const account = form.data;
	const outcome = await commanding((work) => disconnectAccount(work, account));
	if (outcome.done === undefined && outcome.refused) {
		if (outcome.refused[0]?.code !== "in-use") missing();
		return data({ refused: { title: text.inUseTitle, body: text.inUseBody } }, 422);
	}
	return redirectWithToast("/profile/accounts", text.disconnected);
}

export default function Accounts({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = accountsText[language];
	if (actionData && "onwards" in actionData) return <Onwards {...actionData.onwards} />;
	const { accounts, providers } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<ProfileTabs />
			{actionData && (
				<Alert tone="warning" title={actionData.refused.title}>
					{actionData.refused.body}
				</Alert>
			)}
			<Section title={text.yours}>
				<Table
					caption={text.table}
					hideCaption
					rows={accounts}
					rowKey={(account) => `${account.provider} ${account.subject}`}
					columns={[
						{ key: "name", label: text.service, cell: (account) => account.name },
						{ key: "email", label: text.email, cell: (account) => account.email ?? <NoValue /> },
						{ key: "created", label: text.created, cell: (account) => formatShortDate(language, account.createdAt) },
						{ key: "used", label: text.used, cell: (account) => formatMoment(language, account.lastSignInAt) },
						{
							key: "remove",
							label: text.remove,
							cell: (account) =>
								account.isInUse ? (
									<Status tone="info">{text.inUse}</Status>
								) : (
									<Form method="post">
										<input type="hidden" name="provider" value={account.provider} />
										<button
											type="submit"
											className="ds-button"
											data-variant="tertiary"
											data-color="danger"
											data-size="sm"
											name="subject"
											value={account.subject}
											aria-label={text.removeOf(account.name, account.email ?? "")}
										>
											{text.remove}
										</button>
									</Form>
								),
						},
					]}
					empty={<p className="ds-paragraph quiet">{text.none}</p>}
				/>
			</Section>
			<Section title={text.connectTitle} lead={text.connectLead}>
				{providers.length === 0 ? (
					<p className="ds-paragraph quiet">{text.noProviders}</p>
				) : (
					<Form method="post" className="row" reloadDocument>
						{providers.map(({ id, name }) => (
							<button type="submit" className="ds-button" data-variant="secondary" key={id} name="connect" value={id}>
								{text.connect(name)}
							</button>
						))}
					</Form>
				)}
			</Section>
		</div>
	);
}
