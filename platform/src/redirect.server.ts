import { redirect as routerRedirect } from "react-router";

/** 303 See Other: after a form has done its work the browser gets the next page with GET. (The router's own default is 302.) */
export function redirect(to: string, init: { headers?: HeadersInit } = {}): Response {
	return routerRedirect(to, { ...init, status: 303 });
}
