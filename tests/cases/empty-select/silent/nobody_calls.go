// Nothing can reach it.
package cases

func hold() { select {} }
