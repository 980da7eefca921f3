// The flag is set: only then there is a view, and the deferred literal stops its store first.
package cases

type Store struct{}

func OpenStore() *Store
func (s *Store) Close() error

type View struct{}

func NewView(s *Store) *View
func (v *View) Close() error

func app(both bool, work func(*Store, *View)) {
	store := OpenStore()
	var view *View
	if both {
		view = NewView(store)
	}
	defer func() {
		store.Close() // want misordered-shutdown "store"
		if view != nil {
			view.Close()
		}
	}()
	work(store, view)
}
