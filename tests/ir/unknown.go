// Names that are declared nowhere: everything is still built.
package p

import "example.org/lib"

func unknown(srv *lib.Server) {
	x := lib.New(1, undeclared)
	x.Start()
	x.field.deep = 3
	go x.Run()
	defer helper(x)
	for v := range x.Items() {
		v.Do()
	}
	srv.Close()
	y := lib.Config{Name: "a", Next: &lib.Config{}}
	x.table[y] = lib.Default
	select {
	case <-x.Done:
	case x.C <- y:
	}
	switch z := x.(type) {
	case lib.Thing:
		z.Stop()
	}
}
