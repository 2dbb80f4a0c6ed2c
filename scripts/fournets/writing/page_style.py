"""The look of the page for the browser, on a screen, a phone and on paper."""

from __future__ import annotations

STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:18px;background:#f3f6f9;color:#1f2d3d;
 font:15px/1.5 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
header{padding:4px 2px 10px}
h1{margin:0;font-size:26px;color:#1f4e79}
header p,footer{margin:4px 0;color:#5f6f7f;font-size:13px}
section,.two>div,.chart{background:#fff;border-radius:8px;padding:14px 16px;margin:0 0 14px;
 box-shadow:0 1px 3px rgba(31,78,121,.12)}
section.tiles,section.two,section.charts{background:none;box-shadow:none;padding:0;display:grid;gap:12px}
.tiles{grid-template-columns:repeat(auto-fit,minmax(120px,1fr))}
.two{grid-template-columns:repeat(auto-fit,minmax(330px,1fr))}
.charts{grid-template-columns:repeat(auto-fit,minmax(255px,1fr))}
.two>div,.chart{margin:0;min-width:0}
section.two,section.charts{margin:0 0 14px}
section.nets{background:none;box-shadow:none;padding:0;columns:2 360px;column-gap:12px}
.nets>div{break-inside:avoid;background:#fff;border-radius:8px;padding:14px 16px;margin:0 0 12px;
 box-shadow:0 1px 3px rgba(31,78,121,.12)}
.chart td:first-child{white-space:nowrap}
.tile{background:#fff;border-radius:8px;padding:10px;text-align:center;box-shadow:0 1px 3px rgba(31,78,121,.12)}
.tile span{display:block;color:#5f6f7f;font-size:13px}
.tile b{font-size:28px;line-height:1.3}
h2{margin:0 0 8px;font-size:16px;color:#1f4e79}
table{width:100%;border-collapse:collapse;font-size:14px}
td,th{padding:4px 6px;border-bottom:1px solid #e6ecf2;text-align:left;overflow-wrap:anywhere}
th{color:#5f6f7f;font-weight:normal;font-size:12px;vertical-align:bottom}
.n,th+th{text-align:right;white-space:nowrap}
section th:last-child:not(.n),section td:last-child:not(.n){text-align:right}
.faint{color:#98a5b3}
.bar{width:55%}
.bar i{display:block;height:14px;border-radius:3px;min-width:2px}
.wide,.short{overflow:auto}
.short{max-height:320px}
.wide th{white-space:normal;min-width:52px}
.wide td:nth-child(-n+2){white-space:nowrap}
@media(max-width:480px){body{padding:10px;font-size:14px}h1{font-size:21px}
 .two,.charts{grid-template-columns:1fr}.tiles{grid-template-columns:repeat(4,1fr)}
 .tile{padding:8px 2px}.tile b{font-size:19px}.tile span{font-size:12px}}
@page{size:A4;margin:11mm}
@media print{body{background:#fff;max-width:none;padding:0;font-size:11px}
 section,.tile,.chart,.two>div,.nets>div{box-shadow:none;padding:6px 8px}
 section{margin:0 0 8px}.tile,.chart,.two>div,.nets>div,tr{break-inside:avoid}
 .tile,.chart,.two>div,.nets>div{border:1px solid #dde4ec}
 h1{font-size:20px}h2{margin:0 0 4px;font-size:13px;break-after:avoid}
 section.tiles{grid-template-columns:repeat(8,1fr);gap:6px}.tile span{font-size:10px}.tile b{font-size:18px}
 section.two,section.charts{grid-template-columns:1fr 1fr;gap:8px}
 section.nets{columns:2;column-gap:8px;break-inside:avoid}
 table{font-size:10.5px}td,th{padding:2px 4px}th{font-size:10px}.bar i{height:10px;print-color-adjust:exact}
 .wide,.short{overflow:visible;max-height:none}}
"""
