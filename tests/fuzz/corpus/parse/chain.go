package p
var x = a.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d.b()[c]+d
