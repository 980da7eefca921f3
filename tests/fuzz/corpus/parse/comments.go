// Package p: groups end at empty lines.
// Second line of the group.

/* alone */

package p // beside

//go:build ignore
//go:generate true

// Doc of x.
var x = 1 // beside x
// Not beside x.

/* before */ var y /* inside */ = /* again */ 2 /* over
two lines */ var z = 3

func f( // beside the bracket
	a int, // beside a
	// above b
	b int,
) {
	// alone in the body
}

// at the end
