package a

import "os"

type cache struct {
	report func(error)
	files  map[string]*os.File
}

func newCache(report func(error)) *cache {
	return &cache{report: report, files: map[string]*os.File{}}
}

func (c *cache) Close() error {
	for _, f := range c.files {
		if err := f.Close(); err != nil {
			c.report(err)
		}
	}
	return nil
}

type db struct {
	lock  *os.File
	cache *cache
}

func (d *db) note(err error) {}

// The cache has a method of the whole, and not its lock.
func open(name string) (*db, error) {
	lock, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	d := &db{lock: lock}
	d.cache = newCache(d.note)
	return d, nil
}

func (d *db) Close() error {
	err := d.lock.Close()
	if err2 := d.cache.Close(); err == nil {
		err = err2
	}
	return err
}

func Run(name string) error {
	d, err := open(name)
	if err != nil {
		return err
	}
	return d.Close()
}
