// The caller gets a channel that tells of the end, and with it the duty to wait.
package cases

import "os"

type Disk struct{ root string }

func (d *Disk) Save(name string, data []byte) <-chan error {
	result := make(chan error, 1)
	go func() { result <- os.WriteFile(d.root+name, data, 0o600) }()
	return result
}

func (d *Disk) Close() error { return nil }
