package main

import "strings"

var durations = []string{
	"", "0", "+0", "-0", "00", "0s", "0h", ".", ".s", "-.s", "+", "-", "--1h", "+-1h", "1h-1m", "1h+1m",
	"1", "-1", "1.5", "h", "s", "ns", "1h", "+1h", "-1h", "90m", "1h30m", "2160h", "2160h0m0s", "8760h", "1d", "90d", "1w", "1y",
	"1H", "1M", "1S", "1MS", "1Ms", "1Hs", "1hr", "1min", "1sec", "1h ", " 1h", "1 h", "1h 30m", "1h,30m", "1h_30m", "1_000h",
	".5h", "-.5h", "5.h", "5.s", "1.h.5m", "1..5h", "1.5.5h", "0.5", "1.5h", "1.000000001s", "1.0000000001s", "0.1ns", "0.9ns",
	"1.9999999999ns", "0.000000000000000000001h", "0.3333333333333333333h", "0.9223372036854775807h", "0.9223372036854775808h",
	"0.9223372036854775809h", "0.9223372036854775810h", "9007199254.740993ms", "0.830103483285477580700h", "52763797000ns",
	"." + strings.Repeat("0", 400) + "1h", "." + strings.Repeat("9", 60) + "h", "0." + strings.Repeat("3", 30) + "m",
	"1ns", "1us", "1µs", "1μs", "1ms", "1s", "1m", "1ñs", "1µ", "1μ", "1n", "1u", "1msms", "1ss", "1mm", "1hm", "1nsns",
	"5m4s3ms2us1ns", "1s1s1s", "1ns1h", "4294967296h", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775807ns",
	"-9223372036854775808ns", "-9223372036854775809ns", "9223372036854775809ns", "9223372036854775.807us", "9223372036854775.808us",
	"9223372036854ms775us807ns", "9223372036854ms775us808ns", "-9223372036854ms775us808ns", "-9223372036854ms775us809ns",
	"2562047h47m16.854775807s", "2562047h47m16.854775808s", "-2562047h47m16.854775808s", "2562048h", "2562047.7h", "2562047.8h",
	"9223372036854775808ns9223372036854775808ns", "-9223372036854775808ns9223372036854775808ns",
	"9223372036854775808ns9223372036854775808ns1h", "9223372036854775807ns1ns", "-9223372036854775807ns1ns",
	"-9223372036854775808ns0.5ns", "9223372036854775807.9ns", "-9223372036854775808.9ns",
	"18446744073709551616ns", "18446744073709551617ns", "10000000000000000000ns", "99999999999999999999h", "3000000h",
	strings.Repeat("0", 100) + "1h", strings.Repeat("9", 100) + "h", strings.Repeat("1h", 100), "1e3s", "1E3s", "0x1h", "Infh", "NaN",
	"１h", "1ｈ", "１", "٣h", "1h\n", "\n1h", "1\th", "1h\x00", "\x001h", "1h🙂", "🙂", "\ufeff1h", "1\u00a0h", "P90D", "PT1H", "1:30",
	"1h30", "30m1h", "1.5h1.5m1.5s1.5ms1.5us1.5ns", "true", "null", "one hour", "∞", "−1h", "1h-", "-1", "1-h", ".1.1h",
}

var nanoseconds = []string{
	"0", "1", "-1", "9", "10", "99", "100", "999", "1000", "1001", "1010", "1100", "1234", "9999", "10000", "123456", "999999", "1000000",
	"1000001", "1100000", "1234567", "99999999", "100000000", "999999999", "1000000000", "1000000001", "1500000000", "1100000000",
	"59000000000", "59999999999", "60000000000", "60000000001", "61000000000", "600000000000", "3599000000000", "3599999999999",
	"3600000000000", "3600000000001", "3660000000000", "3661000000000", "3661001001001", "5400000000000", "86400000000000",
	"7776000000000000", "31536000000000000", "-1500", "-1500000", "-1500000000", "-3600000000000", "-100", "-60000000000",
	"9223372036854775807", "-9223372036854775807", "-9223372036854775808", "9007199254740992", "9007199254740993",
	"9223372036000000000", "9223372036854775000", "4611686018427387904",
}

var csvTexts = []string{
	"", " ", "\n", "\r", "\r\n", "\n\n", "\r\r", "\r\n\r\n", "\n\r", "\r\r\n", ",", ",,", ",\n", "\n,", "a", "a,b", "a, b", " a , b ", "a,,b", ",a",
	"a,", "a\n", "a\r", "a\r\n", "a\r\r\n", "a\r\r", "a\rb", "a\nb", "a\r\nb", "a\n\n", "a\n\r\n", "a\n\r", "a\n \n", "\na", "\n\n a", "\r\na", "\ra",
	"\r\n\r\na,b\r\n\r\n", "a,b\nc", "a,b\nc,d", "a\n\"", "a\nb\"c", "\"a\"\n\"b\"", "a\n\n\nb",
	"\"\"", "\"\",\"\"", "\"\"\"\"", "\"\"\"", "\"", "\"\n\"", "\"\n", "\"\r\n\"", "\"\r\"", "\"\r", "\"a", "\"a\"", "\"a\"\"b\"", "\"a\"b", "\"a\" ",
	"\"a\" ,b", " \"a\"", "a,\"b\"", "a, \"b\"", "a\"b", "a\"", "a\"\"b", "\"a,b\"", "\"a,b\",c", "\"10 Downing Street, Westminster\",Manchester",
	"\"a\nb\"", "\"a\r\nb\"", "\"a\rb\"", "\"a\n\nb\",c", "\"a\n\r\nb\"", "\"a\"\r", "\"a\"\r\n", "\"a\"\n", "\"a\"\r\r\n", "\"a\"\r,b", "\"a\"\n\n", "\"a\",", "\"a\",\n",
	"\"a\",\"b\nc\"\n", "\"a\"\",b", "\"a\"\"\",b", "\"a\"\"\n\"", "\"a\n", "\"a\n\r", "\"a,b", "\"\"a", "\"\"\"a\"\"\"", "\"\"\"a\"\"", "'a,b'", "a\\,b", "\"a\\\"b\"",
	"\"a\\\"\"b\"", "#a", "#a\nb", "a;b", "a\tb", "\ta", "日本,ö", "\"日本,ö\"", "é\"", "\"é\"x", "a，b", "“a”", "\ufeffa", "\ufeff\"a\"", "\u2028", "a\u2028b", "a\u0085b", "a\vb", "a\fb",
	"\x00", "a,\x00", "\"\x00\"", "🙂,🙃", "\"🙂\"🙃", strings.Repeat("a,", 300), strings.Repeat("x", 5000) + ",y", "\"" + strings.Repeat("x\n", 3000) + "\",y",
	"Acme Inc.", "\"Acme, Inc.\"", "Acme, Inc.", "O=Acme,OU=Ops", "= a", "a b c", "NULL", "1,2,3", "1,234.50",
}

var ips = []string{
	"", "0", "1", "a", ".", "..", "...", ":", "::", ":::", "::::", "%", "%eth0", " ", "0.0.0.0", "1.2.3.4", "255.255.255.255", "256.0.0.1", "1.256.3.4", "1.2.3.256",
	"1.2.3.4.5", "1.2.3", "1.2", "1.2.3.", ".1.2.3", "1..2.3", "1.2.3.4.", ".1.2.3.4", "1.2..4", "01.2.3.4", "1.02.3.4", "1.2.3.04", "1.2.3.00", "00.0.0.0", "0.0.0.00",
	"010.0.0.1", "1.2.3.0x4", "0x1.2.3.4", "1.2.3.a", "a.2.3.4", "1.2.3.-4", "-1.2.3.4", "+1.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1. 2.3.4", "1.2.3.4/24", "1.2.3.4:80", "1.2.3.4%eth0",
	"1.2.3.999999999999", "1.2.3.1000", "1,2,3,4", "3232235777", "127.1", "127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "１.2.3.4", "1.2.3.４", "1.2.3.٤", "1.2.3.4\x00", "1.2.3.4\n",
	"::1", "1::", "::0", "0::", "0::0", "1::1", "fe80::1", "FE80::1", "Fe80::aB", "2001:db8::1", "2001:db8::68", "2001:0db8:0000:0000:0000:0000:0000:0001", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7",
	"1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6::8", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1::2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7",
	"1:", ":1", "1::2::3", "1:::2", ":::1", "1:::", "::1::", "12345::", "::12345", "00001::", "0001::", "g::", "::g", "1:g::", "::1 ", " ::1", "[::1]", "::1]", "::1/128", "::%", "::%0", "fe80::1%eth0", "fe80::1%", "%::1",
	"::1.2.3.4", "::ffff:1.2.3.4", "::FFFF:1.2.3.4", "::ffff:0:1.2.3.4", "64:ff9b::1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5::1.2.3.4", "1:2:3:4::5:1.2.3.4", "1:2:3:4::5:6:1.2.3.4",
	"::1:2:3:4:5:1.2.3.4", "::1:2:3:4:5:6:1.2.3.4", "::1.2.3", "::1.2.3.4.5", "::1.2.3.256", "::01.2.3.4", "::1.02.3.4", "::a.2.3.4", "::ff.1.2.3", "::1.2.3.4:5", "::1.2.3.4::", "1.2.3.4::", "1.2.3.4:ffff::", "::.1.2.3", "::1.", "::1..2.3",
	"::1.2.3.a", "::12345.2.3.4", "::255.255.255.255", "::0255.1.1.1", "::1:1.2.3.4%eth0", "::1.2.3.4%", "1:2:3:4:5:6:7:1.2", "a:b:c:d:e:f:a:b", "A:B:C:D:E:F:A:B", "1:2:3:4:5:6:7:8 ", "1 ::", "١::", "::ｆ",
	"example.com", "www.example.com", "a.b.c.d", "abc.de", "1.example.com", "1.2.3.4.example.com", "10.in-addr.arpa", "*.example.com", "localhost", "beef", "deadbeef", "fade.example.com", "cafe", "dead:beef", "face.b00c", "0.0.0.0.nip.io", "xn--bcher-kva.example", "bücher.example", "http://1.2.3.4", "1.2.3.4,5.6.7.8",
}

var mails = []string{
	"", " ", "\t", "@", "a", "a@", "@b", "a@b", "a@b.com", "A@B.COM", " a@b.com", "a@b.com ", "\ta@b.com\t", "a@b.com\n", "\na@b.com", "a@b.com\r\n", "a @b.com", "a@ b.com", "a@\tb.com", "a@@b.com", "a@b@c.com", "a@b..com", "a@.b.com", "a@b.com.", ".a@b.com", "a.@b.com", "a..b@c.com", "a.b.c@d.e.f",
	"a+b@c.com", "a-b@c-d.com", "a_b@c_d.com", "a'b@c.com", "!#$%&'*+-/=?^_`{|}~@b.com", "a@!#$%", "a b@c.com", "a,b@c.com", "a;b@c.com", "a:b@c.com", "a(b@c.com", "a)b@c.com", "a[b@c.com", "a\\b@c.com", "a\"b@c.com", "a<b@c.com", "a>b@c.com", "mailto:a@b.com", "http://a@b.com",
	"me@example.com,you@example.com", "me@example.com, you@example.com", "me@example.com,", ",me@example.com", "me@example.com;", "a@b.com c@d.com", "a@b.com x", "a@b.com<", "a@b.com <c@d.com>",
	"<a@b.com>", " <a@b.com>", "< a@b.com>", "<a@b.com >", "<a@b.com> ", "<a@b.com> x", "<a@b.com", "a@b.com>", "<>", "< >", "<a>", "<@b.com>", "<<a@b.com>>", "<a@b.com><c@d.com>", "<a@b.com>,<c@d.com>", "<a@b.com>;", "<(c)a@b.com>", "<a@b.com(c)>", "<@x,@y:a@b.com>",
	"Name <a@b.com>", "Name<a@b.com>", "Full Name <a@b.com>", "\"Full Name\" <a@b.com>", "\"Name, Full\" <a@b.com>", "Name, Full <a@b.com>", "F. Name <a@b.com>", "F..Name. <a@b.com>", ".. <a@b.com>", "Jörg <a@b.com>", "\"J\\\"org\" <a@b.com>", "\"unclosed <a@b.com>", "Name \"x <a@b.com>", "Name \"\" <a@b.com>", "\"\" <a@b.com>", "\"a\"\"b\" <a@b.com>", "a@b <a@b.com>", "a@ <a@b.com>", "Name", "Full Name", "Name <>", "Name <a@b.com", "Name a@b.com", "Name\t<a@b.com>", "Name\n<a@b.com>", "[Name] <a@b.com>", "Name; <a@b.com>", "Name\\ <a@b.com>", "N\x01 <a@b.com>", "🙂 <a@b.com>", "\u00a0 <a@b.com>", "\u0085 <a@b.com>",
	"Name (c) <a@b.com>", "(c) <a@b.com>", "(c) Name <a@b.com>", "Name (c)(d) x <a@b.com>", "Name (c <a@b.com>", "Name <a@b.com> (c)", "Name <a@b.com> (c", "a@b.com (c)", "a@b.com(c)", "a@b.com (c)(d)", "a@b.com (c) d", "a@b.com (c", "a@b.com (c(d)e)", "a@b.com (c(d)e", "a@b.com (c\\)d)", "a@b.com (c\\", "a@b.com ()", "a@b.com )", "a(c)@b.com", "a@(c)b.com", "a@b(c).com", "(c)a@b.com", "a@b.com (é🙂)", "a@b.com (\n)", "a@b.com (a\x00b)", "a@b.com (\\()",
	"\"a\"@b.com", "\"a b\"@c.com", "\"a@b\"@c.com", "\"a\\\"b\"@c.com", "\"a\\\\b\"@c.com", "\"a\\b\"@c.com", "\"\"@c.com", "\" \"@c.com", "\"a\tb\"@c.com", "\"a\nb\"@c.com", "\"a\\\nb\"@c.com", "\"é\"@c.com", "\"a\"b@c.com", "a\"b\"@c.com", "\"a\".b@c.com", "\"a\" @c.com", "\"a@c.com", "\"a\\", "\"a\\\"", "\"", "\"a\"", "\"a\x7fb\"@c.com", "\"..\"@c.com", "\"a\\🙂b\"@c.com", "\"a\\ b\"@c.com", "\"<a>\"@c.com",
	"a@[10.0.0.1]", "a@[::1]", "a@[IPv6:::1]", "a@[10.0.0.01]", "a@[]", "a@[10.0.0.1", "a@10.0.0.1]", "a@[10.0.0.1]x", "a@[10.0.0.1].com", "a@ [10.0.0.1]", "a@[ 10.0.0.1]", "a@[10.0.0.1 ]", "a@[[10.0.0.1]]", "a@[fe80::1%eth0]", "a@[example.com]", "a@[10.0.0.1\\]", "<a@[10.0.0.1]>", "N <a@[::ffff:1.2.3.4]>", "a@[é]", "a@10.0.0.1",
	"g:;", "g: ;", "g:a@b.com;", "g: a@b.com ;", "g:a@b.com", "g:a@b.com,c@d.com;", "g:a@b.com,;", "g:,a@b.com;", "g:<a@b.com>;", "g:N <a@b.com>;", "g:a@b.com; x", "g:a@b.com; (c)", "g:a@b.com; (c", "g:h:a@b.com;;", "g:h:;;", ":a@b.com;", ":;", "g :a@b.com;", "g h:a@b.com;", "\"g\":a@b.com;", "g:a@b.com (c);", "g:a@b.com (c", "g:; (c)", "g:; (c", "g:;;", "g:a;", "g", "g:", "g:a@b.com;,h@i.com", "<a@b.com>:c@d.com;", "é:a@b.com;", "g:(c)a@b.com;", "g:(c);",
	"ü@example.com", "a@bücher.example", "🙂@example.com", "a@🙂", "日本@例え.jp", "a\u00a0b@c.com", "a\u200bb@c.com", "a\u0085b@c.com", "a\x7fb@c.com", "a\x00b@c.com", "\ufeffa@b.com", "\ufffd@b.com", "a＠b.com", "a@b。com",
	"=?utf-8?q?J=C3=B6rg?= <a@b.com>", "=?utf-8?q?J?= (c) <a@b.com>", "J (c) =?utf-8?q?J?= <a@b.com>", "J =?utf-8?q?J?= (c) <a@b.com>", "=?utf-8?q??= <a@b.com>", "=?utf-8?q??=", "=?utf-8?q??= J <a@b.com>", "=?utf-8?q??= =?utf-8?q??= <a@b.com>", "=?utf-8?q?a?= =?utf-8?q?b?= <a@b.com>", "=?utf-8?q?a?==?utf-8?q?b?= <a@b.com>", "=?utf-8?q?a?= \"q\" (c) <a@b.com>",
	"=?UTF-8?B?SsO2cmc=?= <a@b.com>", "=?UTF-8?B?SsO2cmc?= <a@b.com>", "=?UTF-8?B?????= <a@b.com>", "=?UTF-8?b?====?= <a@b.com>", "=?UTF-8?b?QQ==?= <a@b.com>", "=?UTF-8?b?QR==?= <a@b.com>", "=?UTF-8?b?QQ=?= <a@b.com>", "=?utf-8?b??= <a@b.com>", "=?iso-8859-1?q?J=F6rg?= <a@b.com>", "=?ISO-8859-1?Q?J?= <a@b.com>", "=?us-ascii?q?J?= <a@b.com>", "=?uſ-aſcii?q?J?= <a@b.com>", "=?us-ascii?q?=FF?= <a@b.com>",
	"=?foo?q?J?= <a@b.com>", "=?iso-8859-2?q?J?= <a@b.com>", "=?windows-1252?q?J?= <a@b.com>", "=?gb2312?B?SsO2cmc=?= <a@b.com>", "J =?foo?q?J?= <a@b.com>", "=?utf-8?q?J?= =?foo?q?J?= <a@b.com>", "=?utf-8?q??= =?foo?q?J?= <a@b.com>", "=?foo?q?J?= J <a@b.com>", "J =?foo?q?J?= J <a@b.com>", "J =?foo?q?J?= (c) <a@b.com>", "=?foo?q?=GG?= <a@b.com>", "=?foo?b?*?= <a@b.com>", "=?foo?x?J?= <a@b.com>", "=?foo?qq?J?= <a@b.com>", "=??q?J?= <a@b.com>", "=?foo?q?J=?= <a@b.com>", "=?foo?q?J=4?= <a@b.com>", "=?foo?q?=4a?= <a@b.com>", "=?foo?q?é?= <a@b.com>", "=?foo?q?J? <a@b.com>", "=?foo?q?J?K?= <a@b.com>", "=?foo?q??= <a@b.com>", "=?é?q?J?= <a@b.com>",
	"a@b.com (=?utf-8?q?J?=)", "a@b.com (=?foo?q?J?=)", "a@b.com (x =?foo?q?J?=)", "a@b.com (x=?foo?q?J?=)", "a@b.com (=?foo?q?J K?=)", "a@b.com (=?foo?b?SsO2\ncmc=?=)", "a@b.com (=?foo?b?Ss\r\nO2cm\nc=?=)", "a@b.com (=?foo?b?QQ=\n=?=)", "a@b.com (=?foo?q?J\n?=)", "a@b.com (=?foo?q?J\x01?=)", "a@b.com (=?fo\no?q?J?=)", "a@b.com (x\n=?foo?q?J?=)", "a@b.com (\\=?foo?q?J?=)", "a@b.com (=?foo?q?\\(J\\)?=)", "a@b.com (=?foo?q?J?=", "a@b.com (x)(=?foo?q?J?=)", "<a@b.com> (=?foo?q?J?=)", "g:a@b.com (=?foo?q?J?=);", "=?foo?q?J?=@b.com", "=?foo?q?J?=:a@b.com;", "J =?foo?q?J?=:a@b.com;", "a@=?foo?q?J?=",
	strings.Repeat("a", 300) + "@b.com", "a@b.com " + strings.Repeat("(", 500) + strings.Repeat(")", 500), "a@b.com " + strings.Repeat("(", 500), strings.Repeat("x ", 500) + "<a@b.com>",
}

var integers = []string{
	"", "0", "+0", "-0", "00", "007", "1", "+1", "-1", "--1", "++1", "+-1", "-", "+", " 1", "1 ", "1\n", "\t1", "1_0", "_1", "1__0", "0_1", "0x10", "0X10", "0b1", "0o7", "1e3", "1E3", "1.0", "1.", ".1", "1,000", "1'000", "abc", "a", "0a", "1h", "5%", "50%", "%", "true", "null", "NaN", "Inf", "∞", "１", "٣", "²", "1\x00", "−1", "\ufeff1",
	"2", "3", "10", "50", "66", "99", "100", "101", "256", "384", "521", "1024", "2048", "+2048", "02048", "2048.0", "4096", "8192", "8193",
	"2147483647", "2147483648", "-2147483648", "-2147483649", "+2147483647", "+2147483648", "4294967295", "4294967296", "4294967297", "-4294967296", "0000000000000000000002147483647", "00000000000000000000000002147483648",
	"9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740993", "999999999999999999", "1000000000000000000", "9223372036854775807", "9223372036854775808", "+9223372036854775807", "+9223372036854775808", "-9223372036854775808", "-9223372036854775809", "9223372036854775806", "9223372036854776000", "-9223372036854776000", "09223372036854775807", "18446744073709551615", "18446744073709551616", "18446744073709551617", "99999999999999999999", "-99999999999999999999",
	strings.Repeat("0", 400) + "7", strings.Repeat("9", 400), "-" + strings.Repeat("9", 400), strings.Repeat("9", 40) + "x", "1" + strings.Repeat("0", 400),
}

var bools = []string{
	"", "1", "t", "T", "true", "TRUE", "True", "0", "f", "F", "false", "FALSE", "False", "tRUE", "TrUe", "fALSE", "yes", "no", "on", "off", "y", "n", "Y", "N", "2", "-1", "01", "00", "+1", " true", "true ", "true\n", "\"true\"", "'true'", "null", "tr", "tru", "truee", "nil", "enabled", "ｔrue", "ﬁ", "falſe", "truе", "1.0", "0x1",
}

var jsonTexts = []string{
	"", " ", "\n", "null", " null ", "nullx", "null x", "nul", "nulL", "NULL", "true", "false", "0", "-1", "1.5e3", "\"x\"", "[]", "[{}]", "{", "}", "{}", " {} ", "\t\r\n{}", "\v{}", "\u00a0{}", "\ufeff{}", "{}{}", "{}x", "{} trailing", "{}}", "{},", "{},{}", "//c\n{}", "/**/{}", "{} // c", "#\n{}", "---\n{}", "labels: {}", "undefined", "\x00{}", "{}\x00",
	`{"labels":{"a":"b"}}`, `{"annotations":{"a":"b"},"labels":{"c":"d"}}`, `{"labels":{}}`, `{"labels":null}`, `{"annotations":null,"labels":null}`, `{"labels":{},"annotations":{}}`, ` { "labels" : { "a" : "b" , "c" : "d" } } `, "{\n\t\"labels\": {\r\n\"a\": \"b\"}}", `{"labels":{"a":"b"}} trailing`, `{"labels":{"a":"b"}}{"x":1}`, `{"labels":{"a":"b"}}}`,
	`{"Labels":{"a":"b"}}`, `{"LABELS":{"a":"b"}}`, `{"lAbElS":{"a":"b"}}`, `{"labelſ":{"a":"b"}}`, `{"LABELſ":{"a":"b"}}`, `{"annotationſ":{"a":"b"}}`, `{"ANNOTATIONS":{"a":"b"}}`, `{"Annotatıons":{"a":"b"}}`, `{"ANNOTATİONS":{"a":"b"}}`, `{"ＬＡＢＥＬＳ":{}}`, `{"labels ":{}}`, `{" labels":{}}`, `{"label":{}}`, `{"labelss":{}}`, `{"l\u0061bels":{"a":"b"}}`, `{"label\u017f":{"a":"b"}}`, `{"label\u0053":{"a":"b"}}`, `{"labels\u0000":{}}`, `{"":{}}`, `{"annotatio\u006es":{"x":"y"}}`, `{"ɑnnotations":{}}`, `{"laЬels":{}}`, `{"labelß":{}}`, `{"labelś":{}}`, "{\"labels\ufeff\":{}}",
	`{"foo":1}`, `{"foo":null}`, `{"foo":{"a":"b"}}`, `{"labels":{"a":"b"},"foo":1}`, `{"foo":1,"labels":{"a":"b"}}`, `{"metadata":{"labels":{}}}`, `{"__proto__":{}}`, `{"constructor":{}}`, `{"toString":null}`, `{"-":{}}`, `{"foo":[}`, `{"foo":`, `{"foo"`,
	`{"labels":{"a":"b","a":"c"}}`, `{"labels":{"a":"b"},"labels":{"c":"d"}}`, `{"labels":{"a":"b"},"Labels":{"a":"d"}}`, `{"labels":{"a":"b"},"labels":null}`, `{"labels":null,"labels":{"a":"b"}}`, `{"labels":{"a":"b"},"labels":{}}`, `{"labels":{"a":"b","a":null}}`, `{"labels":{"a":null,"a":"b"}}`, `{"labels":{"a":"b"},"labels":{"a":null}}`, `{"labels":{"a":"b"},"labels":null,"labels":{"c":"d"}}`, `{"labels":{"a":"b"},"annotations":{"x":"y"},"LABELS":{"c":"d"}}`,
	`{"labels":{"a":null}}`, `{"labels":{"a":""}}`, `{"labels":{"":"b"}}`, `{"labels":{"a":1}}`, `{"labels":{"a":true}}`, `{"labels":{"a":false}}`, `{"labels":{"a":[]}}`, `{"labels":{"a":{}}}`, `{"labels":{"a":-0.0}}`, `{"labels":{"a":["b"]}}`, `{"labels":{"a":"b","c":1}}`, `{"labels":{"a":1,"c":"d"}}`, `{"labels":[]}`, `{"labels":["a"]}`, `{"labels":"a"}`, `{"labels":""}`, `{"labels":1}`, `{"labels":true}`, `{"labels":false}`, `{"labels":nul}`, `{"labels":nullx}`, `{"labels":null null}`, `{"labels":{"a":nullb}}`, `{"labels":{"a":n}}`, `{"labels":{"a":01}}`, `{"labels":{"a":undefined}}`, `{"labels":{"a":NaN}}`,
	`{labels:{}}`, `{'labels':{}}`, `{"labels":{'a':'b'}}`, `{"labels":{a:"b"}}`, `{"labels":{"a":b}}`, `{"labels":{"a" "b"}}`, `{"labels":{"a"}}`, `{"labels":{"a":}}`, `{"labels":{:"b"}}`, `{"labels":{"a":"b",}}`, `{"labels":{,"a":"b"}}`, `{"labels":{"a":"b",,"c":"d"}}`, `{"labels":{"a":"b" "c":"d"}}`, `{"labels":{"a":"b"};"x":1}`, `{"labels":{"a":"b"},}`, `{"labels":{"a":"b"}`, `{"labels":{"a":"b"`, `{"labels":{"a":"b`, `{"labels":{"a":`, `{"labels":{"a"`, `{"labels":{`, `{"labels":`, `{"labels"`, `{"lab`, `{"labels"::{}}`, `{"labels":{{}}}`, `{"labels":{"a":"b"}]`, `{"labels":{1:"b"}}`, `{"labels":{null:"b"}}`, `{1:{}}`, `{null:{}}`, `{"labels":{}, /**/ "annotations":{}}`, `{"labels":{"a":"b"/**/}}`, "{\"labels\":\v{}}", "{\"labels\":\u2028{}}", "{\"labels\":\u00a0{}}",
	`{"labels":{"a":"\n\r\t\b\f\/\\\""}}`, `{"labels":{"a":"\'"}}`, `{"labels":{"a":"\v"}}`, `{"labels":{"a":"\0"}}`, `{"labels":{"a":"\x41"}}`, `{"labels":{"a":"\u0041"}}`, `{"labels":{"a":"\U0041"}}`, `{"labels":{"a":"\u004"}}`, `{"labels":{"a":"\u004g"}}`, `{"labels":{"a":"\u"}}`, `{"labels":{"a":"\`, `{"labels":{"a":"\"}}`, `{"labels":{"a":"\\"}}`, `{"labels":{"a":"\\\"}}`, `{"labels":{"a":"\u0000"}}`, `{"labels":{"\u0000":"a"}}`, `{"labels":{"a":"\u{41}"}}`, `{"labels":{"a":"\ "}}`, `{"labels":{"a":"\é"}}`,
	`{"labels":{"a":"\ud83d\ude42"}}`, `{"labels":{"a":"\uD83D\uDE42"}}`, `{"labels":{"a":"\ud83d"}}`, `{"labels":{"a":"\ude42"}}`, `{"labels":{"a":"\ud83d\ud83d\ude42"}}`, `{"labels":{"a":"\ude42\ud83d"}}`, `{"labels":{"a":"\ud83dx\ude42"}}`, `{"labels":{"a":"\ud83d\u0041"}}`, `{"labels":{"a":"\ud83d\n"}}`, `{"labels":{"\ud83d":"a"}}`, `{"labels":{"\ud83d":"a","\ude42":"b"}}`, `{"labels":{"a":"\ufffd"}}`, `{"labels":{"a":"🙂"}}`, `{"labels":{"é":"ü"}}`, `{"label\ud83d":{}}`, `{"labels":{"a":"\uffff\ufeff"}}`,
	"{\"labels\":{\"a\":\"b\nc\"}}", "{\"labels\":{\"a\":\"b\tc\"}}", "{\"labels\":{\"a\":\"b\x00c\"}}", "{\"labels\":{\"a\":\"b\x1fc\"}}", "{\"labels\":{\"a\":\"b\x7fc\"}}", "{\"labels\":{\"a\nb\":\"c\"}}", "{\"labels\":{\"a\":\"b\u2028c\u2029\"}}", "{\"labels\":{\"a\":\"\u0085\"}}", "{\"la\nbels\":{}}",
	`{"labels":{"__proto__":"a","constructor":"b","hasOwnProperty":"c","toString":null}}`, `{"annotations":{"__proto__":null}}`, `{"labels":{"__proto__":{}}}`, `{"labels":{"1":"a","0":"b"}}`, `{"labels":{"A":"a","a":"b"}}`, `{"annotations":{"x.example.com/reflect":"true","sub/y":"z"}}`, `{"annotations":{"cert-manager.io/x":"y"}}`, `{"annotations":{"a":"<&>"}}`,
	`{"labels":` + strings.Repeat(`[`, 300) + strings.Repeat(`]`, 300) + `}`, strings.Repeat(`{"labels":`, 50) + `{}` + strings.Repeat(`}`, 50), `{"labels":{"` + strings.Repeat("k", 500) + `":"` + strings.Repeat("v", 500) + `"}}`, `{"labels":{"a":"b"}}` + strings.Repeat("}", 100),
}
