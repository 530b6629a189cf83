/// How pages look: on a screen, light or dark, narrow or wide, and on paper.
enum StyleSheet {
  static let text = colors + rules + PictureColor.pageRules

  private static var colors: String {
    """
    :root{color-scheme:light dark;\(properties(.light))}
    @media screen and (prefers-color-scheme:dark){:root{\(properties(.dark))}}

    """
  }

  private static func properties(_ palette: Palette) -> String {
    palette.named.map { "--\($0.name):\($0.color.hex)" }.joined(separator: ";")
  }

  private static let rules = """
    *{box-sizing:border-box}
    html{font:16px/1.5 system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
    body{margin:0 auto;padding:1rem;max-width:70rem;background:var(--background);color:var(--ink);
    overflow-wrap:break-word;hyphens:auto}
    h1,h2,h3,h4{line-height:1.25;break-after:avoid;hyphens:manual}
    h1{font-size:1.9rem;margin:0 0 .5rem}
    h2{font-size:1.45rem;margin:3rem 0 .75rem;padding-top:.5rem;border-top:3px solid var(--accent)}
    h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
    h4{font-size:1rem;margin:1.25rem 0 .25rem}
    p{margin:.5rem 0;max-width:48rem}
    a{color:var(--link)}
    a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    code{font:.9em/1.4 ui-monospace,"DejaVu Sans Mono",monospace;hyphens:none;overflow-wrap:anywhere}
    ul,ol{margin:.5rem 0;padding-left:1.4rem}
    li{margin:.25rem 0}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:.5rem;padding:.5rem;background:var(--background)}
    .quiet,figcaption{color:var(--quiet-ink)}
    .quiet{font-size:.92rem}
    .error{color:var(--error)}.warning{color:var(--warning)}.note{color:var(--note)}
    .severity{font-weight:700}
    .contents{columns:2;column-gap:2rem;max-width:48rem;padding-left:1.4rem}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem;
    list-style:none;padding:0;margin:1.5rem 0}
    .figures li{margin:0;padding:1rem;background:var(--surface);border:1px solid var(--line);break-inside:avoid}
    .figures h3{margin:0}
    .figures .value{font-size:2.2rem;font-weight:700;line-height:1.2;margin:0;
    font-variant-numeric:tabular-nums}
    .figures p{margin:.25rem 0}
    .bar{display:block;width:100%;height:.6rem}
    .bar .whole{fill:var(--background);stroke:var(--line)}
    .bar .part{fill:var(--accent)}
    .plain{list-style:none;margin:0;padding:0}
    .wide{overflow-x:auto;margin:.75rem 0}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.95rem;hyphens:manual}
    caption{text-align:left;font-weight:700;padding:.25rem 0;caption-side:top}
    th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
    thead th{background:var(--surface);vertical-align:bottom}
    tbody th{font-weight:400}
    tfoot th,tfoot td{background:var(--surface);font-weight:700}
    td.number,th.number{text-align:right}
    tr{break-inside:avoid}
    .heat td{text-align:center;min-width:3rem}
    .heat thead th,.overview thead th{overflow-wrap:normal}
    .overview table{width:100%}
    .overview thead th.number{width:5.5rem}
    .overview thead th:last-child{width:7rem}
    .heat small{display:block;font-size:.75rem;line-height:1.2}
    .many td{min-width:0}
    .many thead th{vertical-align:bottom}
    .many thead th+th span{writing-mode:vertical-rl;rotate:180deg;text-align:left;
    max-height:16rem;max-width:3.2em}
    .heat-1{background:var(--heat-1);color:var(--heat-ink-1)}
    .heat-2{background:var(--heat-2);color:var(--heat-ink-2)}
    .heat-3{background:var(--heat-3);color:var(--heat-ink-3)}
    .heat-4{background:var(--heat-4);color:var(--heat-ink-4)}
    .heat-5{background:var(--heat-5);color:var(--heat-ink-5)}
    .missing{outline:2px solid var(--error);outline-offset:-3px;color:var(--error);font-weight:700}
    .findings{list-style:none;padding:0}
    .findings>li{margin:.75rem 0;padding-left:.75rem;border-left:4px solid var(--line)}
    .findings>li.error{border-color:var(--error);color:inherit}
    .findings>li.warning{border-color:var(--warning);color:inherit}
    .findings>li.note{border-color:var(--note);color:inherit}
    .findings p{margin:.2rem 0}
    .action::before{content:"→ " / ""}
    figure{margin:1rem 0}
    figure svg{max-width:100%;height:auto}
    .picture text{font-size:13px}
    .spark polyline{fill:none;stroke:var(--accent);stroke-width:2}
    .spark circle{fill:var(--accent)}
    .spark line{stroke:var(--line)}
    dt{font-weight:700;margin-top:.9rem;break-after:avoid}
    dd{margin:.15rem 0 0 0;max-width:48rem}
    footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.5rem}
    @media (max-width:40rem){.contents{columns:1}h1{font-size:1.5rem}h2{font-size:1.25rem}
    .picture{min-width:44rem}}
    @page{size:A4;margin:18mm 15mm}
    @page landscape{size:A4 landscape;margin:15mm}
    @media print{
    html{font-size:10pt}
    body{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .skip{display:none}
    .wide{overflow:visible}
    .chapter{break-before:page}
    .chapter>h2{margin-top:0}
    .figures{grid-template-columns:repeat(2,1fr)}
    table{font-size:8.5pt;width:100%}
    caption{break-after:avoid}
    .short,figure,.findings>li,dd,li{break-inside:avoid}
    tfoot{display:table-row-group}
    tbody tr:first-child{break-before:avoid}
    .overview thead th.number{width:auto}
    .heat table{font-size:7pt}
    .heat td{min-width:0}
    .heat th,.heat td{padding:.2rem .3rem}
    th,td{overflow-wrap:break-word}
    .projects tbody th{overflow-wrap:anywhere}
    .landscape,header:has(+main>.landscape){page:landscape}
    .many table{font-size:7pt}
    .many th,.many td{padding:.15rem;overflow-wrap:normal}
    footer{margin-top:1rem;break-before:avoid}
    a{color:inherit;text-decoration:none}
    p,dd,.contents{max-width:none}
    }

    """
}
