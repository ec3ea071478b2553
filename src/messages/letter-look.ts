/**
 * How a letter looks. Mail clients drop what they do not know: everything that matters stands in style attributes, and the style element only
 * adds the dark colours and the narrow screen where it is understood.
 */

export const LETTER_STYLES = {
  h1: 'margin:0 0 16px;font-size:24px;line-height:1.3;color:#12263f',
  h2: 'margin:24px 0 12px;font-size:19px;line-height:1.3;color:#12263f',
  p: 'margin:0 0 16px',
  ul: 'margin:0 0 16px;padding-left:22px',
  li: 'margin:0 0 6px',
  footer: 'margin:24px 0 0;padding-top:12px;border-top:1px solid #c3c7cc;font-size:14px;color:#4a4f55',
  link: 'color:#1a4f8b;text-decoration:underline',
  button:
    'display:inline-block;padding:12px 18px;background:#1a4f8b;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:bold',
};

/** The page around a letter, with the places of its `{title}` and `{content}`. */
export const LETTER_PAGE = `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{title}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) { .letter { padding: 16px !important; } h1 { font-size: 22px !important; } }
@media (prefers-color-scheme: dark) {
  body, .letter { background: #16181b !important; color: #f1f1f1 !important; }
  h1, h2 { color: #ffffff !important; }
  a.link { color: #9cc7f5 !important; }
  a.button { background: #9cc7f5 !important; color: #10151c !important; }
  .footer { color: #c3c7cc !important; border-color: #5a6067 !important; }
}
</style>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1c1e21">
<main class="letter" lang="sv" style="max-width:600px;margin:0 auto;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1c1e21;overflow-wrap:anywhere">
{content}
</main>
</body>
</html>
`;
